import { contentsOf, isOf } from "../../codecs/q931/element.ts";
import { facility, facilityElement } from "../../codecs/q931/ie/facility.ts";
import { observedDialect } from "../../codecs/facility/encode.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { Component } from "../../codecs/rose/component.ts";
import { apduName } from "./compare.ts";
import { componentsOf, type TraceConnection } from "./trace.ts";

/** Which invoke id of the core's stands where the trace has its own: answers have to name the core's (R44). */
export class InvokeIds {
  readonly #ids = new Map<string, number>();

  /** The two messages are the same one: their invokes are, too. */
  note(connection: TraceConnection, trace: Message, core: Message): void {
    for (const theirs of componentsOf(trace)) {
      const ours = componentsOf(core).find((each) => apduName(each) === apduName(theirs));
      if (theirs.component !== "invoke" || ours?.component !== "invoke") continue;
      this.#ids.set(keyOf(connection, theirs.invokeId), ours.invokeId);
    }
  }

  /** What the other side sent, with the core's invoke ids in its answers; all else keeps its octets. */
  translate(connection: TraceConnection, ies: readonly InformationElement[]): readonly InformationElement[] {
    return ies.map((ie) => {
      if (!isOf(ie, facility) || ie.value === undefined) return ie;
      const components = ie.value.components.map((each) => this.#renamed(connection, each));
      if (components.every((each, index) => each === ie.value?.components[index])) return ie;
      return facilityElement({ ...ie.value, components }, observedDialect(contentsOf(ie)));
    });
  }

  #renamed(connection: TraceConnection, component: Component): Component {
    if (component.component === "invoke" || component.component === "unknown") return component;
    const { invokeId } = component;
    const ours = invokeId === null ? undefined : this.#ids.get(keyOf(connection, invokeId));
    return ours === undefined || ours === invokeId ? component : { ...component, invokeId: ours };
  }
}

function keyOf({ id }: TraceConnection, invokeId: number): string {
  return `${id}/${invokeId}`;
}
