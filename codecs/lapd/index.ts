/** Q.921 frames. */
export type {
  Address,
  Frame,
  InformationFrame,
  SupervisoryFrame,
  SupervisoryName,
  UnnumberedFrame,
  UnnumberedName,
} from "./frame.ts";
export { decodeFrame, encodeFrame, modulus, n201, supervisoryFrames, unnumberedFrames } from "./frame.ts";
