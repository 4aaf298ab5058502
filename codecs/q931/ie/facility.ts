import { DecodeError } from "../../error.ts";
import type { Facility } from "../../facility/facility.ts";
import { ShapeError } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";

export const facility: ElementCodec<Facility> = {
  id: 0x1c,
  codeset: 0,
  name: "Facility",
  clause: "Q.932 8.2.3, ECMA-165 11.3.3",
  shape: {
    due: "the contents of a Facility element",
    toJson: () => null,
    fromJson: (_json, path) => new ShapeError(path, "not built yet"),
    check: () => undefined,
  },
  decode: () => new DecodeError("unknownComponent", 0),
  encode: () => new Uint8Array(0),
};
