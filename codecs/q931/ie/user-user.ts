import { integer, octets, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";

export interface UserUser {
  readonly protocolDiscriminator: number;
  readonly information: Uint8Array;
}

export const userUser = elementCodec<UserUser>({
  id: 0x7e,
  codeset: 0,
  name: "User-user",
  clause: "Q.931 4.5.30",
  shape: record<UserUser>({ protocolDiscriminator: integer(0, 255), information: octets() }),
  read: (reader) => reader.end({ protocolDiscriminator: reader.next(), information: reader.rest() }),
  write(writer, { protocolDiscriminator, information }) {
    writer.octet(writer.bits(protocolDiscriminator, 8, 1));
    writer.copy(information);
  },
});
