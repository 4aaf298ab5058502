import { DemoCluster } from "../../src/pbx/cluster.ts";
import type { PhoneAction } from "../../src/pbx/cluster.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { DecodeError } from "../../codecs/error.ts";
import type { Message } from "../../codecs/q931/message.ts";

/** Two clusters joined back to back by their layer-3 octets, without a gateway: whoever calls is the other's trunk. */
export class TwoClusters {
  readonly west: DemoCluster;
  readonly east: DemoCluster;
  /** `west SETUP`, in the order sent. */
  readonly ladder: string[] = [];
  readonly messages: Message[] = [];

  constructor(busyTrigger = 1) {
    const phones = (digit: string) => [1, 2, 3].map((n) => ({ number: `${digit}00${n}`, name: `User ${digit}${n}` }));
    this.west = new DemoCluster("west", phones("1"), busyTrigger);
    this.east = new DemoCluster("east", phones("2"), busyTrigger);
    this.west.trunk(true);
    this.east.trunk(true);
  }

  /** Does it at the phone and lets both sides talk until nothing is left to say. */
  act(number: string, action: PhoneAction): string | undefined {
    const refusal = (this.west.has(number) ? this.west : this.east).act(number, action);
    this.settle();
    return refusal;
  }

  settle(): void {
    for (let moved = true; moved; ) {
      moved = this.#move(this.west, this.east);
      moved = this.#move(this.east, this.west) || moved;
    }
  }

  phone(number: string): PhoneView {
    const found = [...this.west.views(), ...this.east.views()].find((view) => view.number === number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  }

  #move(from: DemoCluster, to: DemoCluster): boolean {
    let moved = false;
    for (let output = from.poll(); output !== undefined; output = from.poll()) {
      moved = true;
      if (output.type !== "send") continue;
      const message = decodeMessage(output.octets);
      if (message instanceof DecodeError) throw new Error(`unreadable: ${message.code}`);
      this.messages.push(message);
      this.ladder.push(`${from.name} ${message.message}`);
      to.receive(output.octets);
    }
    return moved;
  }
}
