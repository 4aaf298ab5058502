export { DecodeError } from "./error.ts";
