import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";

type NameOperation = Extract<OperationName, "callingName" | "calledName" | "connectedName">;

export function nameElements(_operation: NameOperation, _name: string): readonly InformationElement[] {
  return [];
}

export function nameOf(_message: Message, _operation: NameOperation): string | undefined {
  return undefined;
}
