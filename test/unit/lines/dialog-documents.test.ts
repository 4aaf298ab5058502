import { expect } from "chai";
import {
  type DialogDocument,
  type DialogDocuments,
  type RegistrationDocument,
  type RegistrationDocuments,
  takeDialogs,
  takeRegistrations,
} from "../../../src/lines/dialog-documents.ts";
import type { LineDialog } from "../../../src/lines/line.ts";
import { type LineState, unknownLine } from "../../../src/lines/line-state.ts";

/** What a monitor told of one line, document after document. */
class Told {
  line: LineState = unknownLine;
  #dialogs: DialogDocuments | undefined;
  #registrations: RegistrationDocuments | undefined;
  #version = 0;

  /** All dialogs there are; undefined: one that has terminated. */
  dialogs(dialogs: Readonly<Record<string, LineDialog["state"] | undefined>>): this {
    const entries = Object.entries(dialogs).map(([key, state]) => ({
      key,
      dialog: state === undefined ? undefined : ({ id: key, direction: "recipient", state } as const),
    }));
    this.#version += 1;
    const document: DialogDocument = { version: this.#version, state: "full", dialogs: entries };
    ({ line: this.line, documents: this.#dialogs } = takeDialogs(this.line, this.#dialogs, document));
    return this;
  }

  /** All contacts there are, each by its Call-ID. */
  contacts(...callIds: readonly string[]): this {
    const contacts = callIds.map((callId) => ({ key: callId, callId, isActive: true, isNew: true }));
    this.#version += 1;
    const document: RegistrationDocument = { version: this.#version, state: "full", contacts };
    const taken = takeRegistrations(this.line, this.#registrations, document, this.#dialogs);
    ({ line: this.line, documents: this.#registrations } = taken);
    return this;
  }

  /** The connection to the monitor is lost, and with it what documents said. */
  lost(): this {
    this.#dialogs = undefined;
    this.#registrations = undefined;
    return this;
  }

  get calls(): readonly string[] {
    return [...this.line.calls.keys()];
  }
}

describe("calls that a monitor goes on telling of after a reset (S-64)", () => {
  it("are over where the one device started anew, also when they are told after it", () => {
    const told = new Told().contacts("first").dialogs({ ring: "early" });
    expect(told.calls).to.deep.equal(["ring"]);
    expect(told.contacts("second").calls).to.deep.equal([]);
    expect(told.dialogs({ ring: "early", other: "confirmed" }).calls).to.deep.equal(["other"]);
    expect(told.dialogs({ ring: "early" }).calls).to.deep.equal([]);
  });

  it("are over where the registrar started anew as well, and forgot the device first", () => {
    const told = new Told().contacts("first").dialogs({ ring: "early" }).lost();
    told.dialogs({ ring: "early" }).contacts().contacts("second");
    expect(told.dialogs({ ring: "early", other: "confirmed" }).calls).to.deep.equal(["other"]);
  });

  it("are calls again under the same name once their end was told", () => {
    const told = new Told().contacts("first").dialogs({ one: "confirmed" }).contacts("second");
    told.dialogs({ one: undefined }).dialogs({ one: "early" });
    expect(told.calls).to.deep.equal(["one"]);
  });

  it("stand where a second device registers: the first may hold them", () => {
    const told = new Told().contacts("first").dialogs({ talk: "confirmed" }).contacts("first", "second");
    expect(told.dialogs({ talk: "confirmed" }).calls).to.deep.equal(["talk"]);
  });

  it("stand where the device only registers again", () => {
    const told = new Told().contacts("first").dialogs({ talk: "confirmed" }).contacts("first");
    expect(told.calls).to.deep.equal(["talk"]);
  });
});
