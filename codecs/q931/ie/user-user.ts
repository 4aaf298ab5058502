import { integer, octets, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader } from "../octets.ts";

export interface UserUser {
  readonly protocolDiscriminator: number;
  readonly information: Uint8Array;
}

export const userUser: ElementCodec<UserUser> = {
  id: 0x7e,
  codeset: 0,
  name: "User-user",
  clause: "Q.931 4.5.30",
  shape: record<UserUser>({ protocolDiscriminator: integer(0, 255), information: octets() }),
  decode(contents) {
    const reader = new OctetReader(contents);
    return reader.end({ protocolDiscriminator: reader.next(), information: reader.rest() });
  },
  encode: ({ protocolDiscriminator, information }) => Uint8Array.of(protocolDiscriminator, ...information),
};
