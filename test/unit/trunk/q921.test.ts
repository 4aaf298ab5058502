import { expect } from "chai";
import type { LapdTrunkConfig } from "../../../src/config.ts";
import { messagesQueuedPerLink } from "../../../src/trunk/data-link.ts";
import { LapdTrunk, lapdTimers } from "../../../src/trunk/lapd.ts";
import { octets, TrunkBench, trunk } from "./bench.ts";

const config: LapdTrunkConfig = {
  type: "lapd",
  role: "listen",
  host: "127.0.0.1",
  port: 0,
  side: "user",
  t309Ms: 6000,
};

/** A trunk whose channel is open; what it said so far (SABME) is kept. */
function openBench(side: "user" | "network" = "user"): TrunkBench {
  const made = new TrunkBench(new LapdTrunk(trunk, { ...config, side }));
  made.handle({ type: "start" });
  made.handle({ type: "opened", channel: "in-1", by: "peer" });
  return made;
}

/** A user side whose link is up. */
function upBench(): TrunkBench {
  const made = openBench();
  made.receive(octets("00 01 73"));
  made.told();
  made.taken();
  return made;
}

/** The shortest message: type FACILITY under reference `value`, 08 02 hh ll 62. */
function send(made: TrunkBench, value: number): boolean {
  return made.machine.sendUnder({ value, flag: 0, length: 2 }, { message: "FACILITY", ies: [] }, made);
}

const message = (value: number) => `08 02 00 ${value.toString(16).padStart(2, "0")} 62`;
/** The peer's I frame: network commands have C/R 1. */
const peerI = (ns: number, nr: number, poll = 0) =>
  octets(`02 01 ${two(ns << 1)} ${two((nr << 1) | poll)} ${message(ns)}`);
const ourI = (ns: number, nr: number, value = ns) => `00 01 ${two(ns << 1)} ${two(nr << 1)} ${message(value)}`;
const ourRR = (nr: number, final = 0) => `02 01 01 ${two((nr << 1) | final)}`;
const ourEnquiry = (nr: number) => `00 01 01 ${two((nr << 1) | 1)}`;
const two = (octet: number) => octet.toString(16).padStart(2, "0");

describe("Q.921: establishment and release", () => {
  it("sets up by SABME with P 1, as a command of its side", () => {
    expect(openBench("user").frames()).to.deep.equal(["00 01 7f"]);
    expect(openBench("network").frames()).to.deep.equal(["02 01 7f"]);
  });

  it("is up with UA F 1, on either side, and not with F 0", () => {
    for (const [side, cr] of [
      ["user", "00"],
      ["network", "02"],
    ] as const) {
      const made = openBench(side);
      made.receive(octets(`${cr} 01 63`));
      expect(made.told()).to.deep.equal([]);
      expect(made.alarms()).to.deep.equal(["Q.921 MDL-ERROR D: UA with F 0 that was not asked for"]);
      made.receive(octets(`${cr} 01 73`));
      expect(made.told()).to.deep.equal(["linkUp"]);
      expect(made.machine.up).to.equal(true);
    }
  });

  it("answers the peer's SABME while its own is on its way, and is up once", () => {
    const made = openBench();
    made.taken();
    made.receive(octets("02 01 7f"));
    expect(made.frames()).to.deep.equal(["02 01 73"]);
    expect(made.told()).to.deep.equal([]);
    made.receive(octets("00 01 73"));
    expect(made.told()).to.deep.equal(["linkUp"]);
  });

  it("repeats SABME three times, gives up, and tries again later", () => {
    const made = openBench();
    made.advance(3000);
    expect(made.frames()).to.deep.equal(["00 01 7f", "00 01 7f", "00 01 7f", "00 01 7f"]);
    made.advance(1000);
    expect(made.alarms()).to.deep.equal(["Q.921 MDL-ERROR G: no answer to SABME"]);
    expect(made.frames()).to.deep.equal([]);
    made.advance(lapdTimers.reestablishMs);
    expect(made.frames()).to.deep.equal(["00 01 7f"]);
    expect(made.told()).to.deep.equal([]);
  });

  it("is up by the peer's SABME after it gave up itself", () => {
    const made = openBench();
    made.advance(4500);
    made.taken();
    made.receive(octets("02 01 7f"));
    expect(made.frames()).to.deep.equal(["02 01 73"]);
    expect(made.told()).to.deep.equal(["linkUp"]);
    made.advance(lapdTimers.reestablishMs);
    expect(made.frames(), "no second establishment").to.deep.equal([]);
  });

  it("answers DISC by UA, is down, and sets the link up again later", () => {
    const made = upBench();
    made.receive(octets("02 01 53"));
    expect(made.frames()).to.deep.equal(["02 01 73"]);
    expect(made.told()).to.deep.equal(["linkDown: the peer released the link (DISC)"]);
    expect(send(made, 1)).to.equal(false);
    made.receive(octets("02 01 53"));
    expect(made.frames(), "DM, for there is nothing to release").to.deep.equal(["02 01 1f"]);
    made.advance(lapdTimers.reestablishMs);
    expect(made.frames()).to.deep.equal(["00 01 7f"]);
  });

  it("takes DM F 1 for a refusal, and DM F 0 for a request to set up", () => {
    const made = openBench();
    made.receive(octets("00 01 1f"));
    made.taken();
    made.receive(octets("00 01 1f"));
    expect(made.frames()).to.deep.equal([]);
    made.receive(octets("00 01 0f"));
    expect(made.frames()).to.deep.equal(["00 01 7f"]);
  });

  it("releases by DISC, repeated three times, when it is stopped; SABME meets DM, DISC meets UA", () => {
    const made = upBench();
    made.handle({ type: "stop" });
    made.receive(octets("02 01 7f"));
    made.receive(octets("02 01 53"));
    expect(made.frames()).to.deep.equal(["00 01 53", "02 01 1f", "02 01 73"]);
    made.advance(4000);
    expect(made.taken().map((output) => output.type)).to.deep.equal(["send", "send", "send", "close"]);
    expect(made.alarms()).to.deep.equal(["Q.921 MDL-ERROR H: no answer to DISC"]);
    expect(made.told()).to.deep.equal(["linkDown: the peer does not answer on layer 2"]);
    expect(made.timers.size).to.equal(0);
  });

  it("answers a second SABME by UA, in silence where nothing can be lost", () => {
    const made = upBench();
    made.receive(peerI(0, 0));
    made.taken();
    made.told();
    made.receive(octets("02 01 7f"));
    expect(made.frames()).to.deep.equal(["02 01 73"]);
    expect(made.told()).to.deep.equal([]);
    made.receive(peerI(0, 0));
    expect(made.told(), "numbers begin anew").to.have.length(1);
  });

  it("tells of a second SABME where a message was on its way, and drops it", () => {
    const made = upBench();
    send(made, 1);
    made.receive(octets("02 01 7f"));
    expect(made.told()).to.deep.equal(["linkUp"]);
    made.taken();
    made.advance(3000);
    expect(made.frames(), "nothing is sent again").to.deep.equal([]);
  });
});

describe("Q.921: information transfer", () => {
  it("delivers in order and acknowledges by RR, with F 1 where it was polled", () => {
    const made = upBench();
    made.receive(peerI(0, 0));
    made.receive(peerI(1, 0, 1));
    expect(made.told()).to.deep.equal(["unknownReference FACILITY 0/0", "unknownReference FACILITY 1/0"].map(global));
    expect(made.frames()).to.deep.equal([ourRR(1), ourRR(2, 1)]);
  });

  it("has at most seven frames on their way, and sends on as they are acknowledged", () => {
    const made = upBench();
    for (let value = 0; value < 9; value++) expect(send(made, value + 1)).to.equal(true);
    expect(made.frames()).to.deep.equal([0, 1, 2, 3, 4, 5, 6].map((ns) => ourI(ns, 0, ns + 1)));
    made.receive(octets("00 01 01 02"));
    expect(made.frames()).to.deep.equal([ourI(7, 0, 8)]);
    made.receive(octets("00 01 01 10"));
    expect(made.frames()).to.deep.equal([ourI(8, 0, 9)]);
  });

  it("carries the acknowledgement in an I frame where one leaves at once", () => {
    const made = upBench();
    for (let value = 1; value <= 8; value++) send(made, value);
    made.taken();
    made.receive(peerI(0, 1));
    expect(made.frames()).to.deep.equal([ourI(7, 1, 8)]);
  });

  it("counts modulo 128", () => {
    const made = upBench();
    for (let count = 0; count < 300; count++) {
      send(made, 1);
      expect(made.frames()).to.deep.equal([ourI(count % 128, count % 128, 1)]);
      made.receive(octets(`02 01 ${two((count % 128) << 1)} ${two(((count + 1) % 128) << 1)} ${message(1)}`));
      expect(made.frames()).to.deep.equal([ourRR((count + 1) % 128)]);
    }
    expect(made.alarms()).to.deep.equal([]);
  });

  it("asks once by REJ for what is missing, and answers a poll meanwhile", () => {
    const made = upBench();
    made.receive(peerI(1, 0));
    made.receive(peerI(2, 0));
    made.receive(peerI(3, 0, 1));
    expect(made.frames()).to.deep.equal(["02 01 09 00", ourRR(0, 1)]);
    expect(made.told()).to.deep.equal([]);
    made.receive(peerI(0, 0));
    made.receive(peerI(2, 0));
    expect(made.frames(), "a new gap, a new REJ").to.deep.equal([ourRR(1), "02 01 09 02"]);
  });

  it("sends again from N(R) on at REJ", () => {
    const made = upBench();
    for (const value of [1, 2, 3]) send(made, value);
    made.taken();
    made.receive(octets("00 01 09 02"));
    expect(made.frames()).to.deep.equal([ourI(1, 0, 2), ourI(2, 0, 3)]);
  });

  it("waits at RNR, asks behind T200 whether the peer is ready, and goes on at RR", () => {
    const made = upBench();
    made.receive(octets("00 01 05 00"));
    send(made, 1);
    expect(made.frames()).to.deep.equal([]);
    made.advance(1000);
    expect(made.frames()).to.deep.equal([ourEnquiry(0)]);
    made.receive(octets("00 01 05 01"));
    made.advance(1000);
    expect(made.frames(), "still busy").to.deep.equal([ourEnquiry(0)]);
    made.receive(octets("00 01 01 01"));
    expect(made.frames()).to.deep.equal([ourI(0, 0, 1)]);
  });

  it("enquires behind T200 and sends again what the answer lacks", () => {
    const made = upBench();
    send(made, 1);
    send(made, 2);
    made.taken();
    made.advance(1000);
    expect(made.frames()).to.deep.equal([ourEnquiry(0)]);
    send(made, 3);
    expect(made.frames(), "nothing leaves in timer recovery").to.deep.equal([]);
    made.receive(octets("00 01 01 03"));
    expect(made.frames()).to.deep.equal([ourI(1, 0, 2), ourI(2, 0, 3)]);
  });

  it("answers and takes acknowledgements in timer recovery, which only F 1 ends", () => {
    const made = upBench();
    send(made, 1);
    made.advance(1000);
    made.taken();
    made.receive(octets("02 01 01 01"));
    made.receive(peerI(0, 1));
    expect(made.frames()).to.deep.equal([ourRR(0, 1), ourRR(1)]);
    send(made, 2);
    expect(made.frames()).to.deep.equal([]);
    made.receive(octets("00 01 01 03"));
    expect(made.frames()).to.deep.equal([ourI(1, 1, 2)]);
  });

  it("gives up after three enquiries and sets the link up anew; layer 3 hears that a message may be lost", () => {
    const made = upBench();
    send(made, 1);
    made.taken();
    made.advance(4000);
    expect(made.frames()).to.deep.equal([ourEnquiry(0), ourEnquiry(0), ourEnquiry(0), "00 01 7f"]);
    expect(made.alarms()).to.deep.equal(["Q.921 MDL-ERROR I: no answer to the enquiry after lost acknowledgements"]);
    expect(made.told()).to.deep.equal([]);
    made.receive(octets("00 01 73"));
    expect(made.told()).to.deep.equal(["linkUp"]);
    made.advance(5000);
    expect(made.frames()).to.deep.equal([]);
  });

  it("keeps messages of the time in which it sets up anew, where none was on its way", () => {
    const made = upBench();
    made.receive(octets("00 01 0f"));
    expect(made.frames()).to.deep.equal(["00 01 7f"]);
    expect(send(made, 1)).to.equal(true);
    made.receive(octets("00 01 73"));
    expect(made.frames()).to.deep.equal([ourI(0, 0, 1)]);
    expect(made.told()).to.deep.equal([]);
  });

  it("asks a silent peer behind T203, and sets up anew where it stays silent", () => {
    const made = upBench();
    made.advance(10_000);
    expect(made.frames()).to.deep.equal([ourEnquiry(0)]);
    made.receive(octets("00 01 01 01"));
    made.advance(9999);
    expect(made.frames()).to.deep.equal([]);
    made.advance(1);
    made.taken();
    made.advance(4000);
    expect(made.frames().at(-1)).to.equal("00 01 7f");
    made.advance(4000);
    expect(made.told()).to.deep.equal(["linkDown: the peer does not answer on layer 2"]);
  });

  it("refuses a message longer than N201 and says so", () => {
    const made = upBench();
    const ies = [{ id: 0x28, codeset: 0, octets: new Uint8Array(256) }];
    const draft = { message: "FACILITY", ies } as const;
    expect(made.machine.sendUnder({ value: 1, flag: 0, length: 2 }, draft, made)).to.equal(false);
    expect(made.alarms()).to.deep.equal(["a message of 261 octets is longer than a frame may carry (N201)"]);
    expect(made.frames()).to.deep.equal([]);
    const fits = { ...draft, ies: [{ id: 0x28, codeset: 0, octets: new Uint8Array(255) }] };
    expect(made.machine.sendUnder({ value: 1, flag: 0, length: 2 }, fits, made)).to.equal(true);
  });

  it(`lets ${messagesQueuedPerLink} messages wait; one more takes the link down and sets it up anew`, () => {
    const made = upBench();
    for (let count = 0; count < messagesQueuedPerLink; count++) expect(send(made, 1)).to.equal(true);
    expect(made.told()).to.deep.equal([]);
    made.taken();
    expect(send(made, 1)).to.equal(false);
    expect(made.told()).to.deep.equal([
      `linkDown: the peer takes no messages: more than ${messagesQueuedPerLink} wait`,
    ]);
    expect(made.frames()).to.deep.equal(["00 01 7f"]);
    made.receive(octets("00 01 73"));
    expect(made.told()).to.deep.equal(["linkUp"]);
    expect(made.frames(), "what waited is gone").to.deep.equal([]);
  });
});

describe("Q.921: what a link remembers, and what it forgets", () => {
  it("takes the acknowledgement of every kind of frame: an older N(R) behind it is wrong", () => {
    const frames = ["00 01 01 04", "00 01 05 04", "00 01 09 04", `02 01 00 04 ${message(0)}`];
    for (const recovering of [false, true]) {
      for (const frame of frames) {
        const made = upBench();
        for (const value of [1, 2, 3]) send(made, value);
        if (recovering) made.advance(1000);
        made.receive(octets(frame));
        expect(made.alarms()).to.deep.equal([]);
        made.receive(octets("00 01 01 02"));
        expect(made.alarms(), frame).to.deep.equal(["Q.921 MDL-ERROR J: N(R) outside what was sent"]);
      }
    }
  });

  it("takes an I frame's N(R) while the peer is busy, and waits on", () => {
    const made = upBench();
    send(made, 1);
    send(made, 2);
    made.receive(octets("00 01 05 00"));
    send(made, 3);
    made.taken();
    made.receive(peerI(0, 2));
    expect(made.frames()).to.deep.equal([ourRR(1)]);
    made.advance(1000);
    expect(made.frames(), "T200 goes on").to.deep.equal([ourEnquiry(1)]);
    made.receive(octets("00 01 01 05"));
    expect(made.frames()).to.deep.equal([ourI(2, 1, 3)]);
  });

  it("forgets by establishment that the peer was busy and that a frame was missing", () => {
    for (const reset of [["02 01 7f"], ["00 01 0f", "00 01 73"]]) {
      const made = upBench();
      made.receive(octets("00 01 05 00"));
      made.receive(peerI(1, 0));
      for (const frame of reset) made.receive(octets(frame));
      made.taken();
      send(made, 1);
      made.receive(peerI(1, 0));
      expect(made.frames()).to.deep.equal([ourI(0, 0, 1), "02 01 09 00"]);
    }
  });

  it("counts repetitions anew each time", () => {
    const made = upBench();
    for (let time = 0; time < 3; time++) {
      made.advance(10_000);
      made.advance(2000);
      made.taken();
      made.receive(octets("00 01 01 01"));
    }
    send(made, 1);
    made.taken();
    made.advance(3000);
    expect(made.frames()).to.deep.equal([ourEnquiry(0), ourEnquiry(0), ourEnquiry(0)]);
    made.receive(octets("00 01 0f"));
    made.taken();
    made.advance(3000);
    expect(made.frames()).to.deep.equal(["00 01 7f", "00 01 7f", "00 01 7f"]);
    made.receive(octets("00 01 73"));
    made.handle({ type: "stop" });
    made.taken();
    made.advance(3000);
    expect(made.frames()).to.deep.equal(["00 01 53", "00 01 53", "00 01 53"]);
  });

  const ends: readonly [string, (made: TrunkBench) => void][] = [
    ["DISC", (made) => made.receive(octets("02 01 53"))],
    ["a failed attempt to set up anew", (made) => made.advance(9000)],
    ["DM to such an attempt", (made) => ["00 01 0f", "00 01 1f"].forEach((frame) => made.receive(octets(frame)))],
    [
      "the loss of the channel",
      (made) => {
        made.handle({ type: "closed", channel: "in-1", reason: "cut" });
        made.handle({ type: "opened", channel: "in-1", by: "peer" });
      },
    ],
    [
      "the loss of the channel while it sets up anew",
      (made) => {
        made.receive(octets("00 01 0f"));
        made.handle({ type: "closed", channel: "in-1", reason: "cut" });
        made.handle({ type: "opened", channel: "in-1", by: "peer" });
      },
    ],
  ];
  for (const [what, end] of ends) {
    it(`drops what was not acknowledged by ${what}, and tells layer 3`, () => {
      const made = upBench();
      for (let value = 1; value <= 9; value++) send(made, value);
      end(made);
      made.receive(octets("02 01 7f"));
      made.receive(octets("00 01 73"));
      expect(made.told().map((line) => line.split(":")[0])).to.deep.equal(["linkDown", "linkUp"]);
      made.taken();
      send(made, 10);
      expect(made.frames()).to.deep.equal([ourI(0, 0, 10)]);
    });
  }
});

describe("Q.921: what is not legal", () => {
  const resets: readonly [string, string, string][] = [
    ["N(R) that was never sent", "00 01 01 04", "J: N(R) outside what was sent"],
    ["an I frame with such an N(R)", `02 01 00 04 ${message(1)}`, "J: N(R) outside what was sent"],
    ["FRMR", "00 01 97 00 00 00 00 00", "K: FRMR received"],
    ["an undefined control octet", "02 01 6b", "L: undefined frame"],
    ["an I frame as a response", `00 01 00 00 ${message(1)}`, "L: undefined frame"],
    ["UA as a command", "02 01 73", "L: undefined frame"],
    ["information in RR", "00 01 01 00 55", "M: information where none may be"],
    ["a supervisory frame of one control octet", "00 01 01", "N: frame of wrong length"],
    ["more than 260 octets of information", `02 01 00 00${" 00".repeat(261)}`, "O: information longer than N201"],
    ["DM F 0", "00 01 0f", "E: DM with F 0: the peer left multiple frame operation"],
  ];
  for (const [what, frame, error] of resets) {
    it(`${what} has the link set up anew, in either state of it`, () => {
      for (const recovering of [false, true]) {
        const made = upBench();
        if (recovering) made.advance(10_000);
        made.taken();
        made.receive(octets(frame));
        expect(made.frames().at(-1)).to.equal("00 01 7f");
        expect(made.alarms()).to.deep.equal([`Q.921 MDL-ERROR ${error}`]);
        made.receive(octets("00 01 73"));
        expect(made.machine.up).to.equal(true);
        made.receive(peerI(0, 0));
        expect(made.frames()).to.deep.equal([ourRR(1)]);
      }
    });
  }

  it("notes answers that were not asked for, and stays up", () => {
    const made = upBench();
    for (const frame of ["00 01 73", "00 01 63", "00 01 1f", "00 01 01 01"]) made.receive(octets(frame));
    expect(made.alarms().map((text) => text.slice(16, 17))).to.deep.equal(["C", "D", "B", "A"]);
    expect(made.frames()).to.deep.equal([]);
    expect(made.machine.up).to.equal(true);
  });

  it("discards frames of other SAPIs and TEIs and what is no frame, and says so", () => {
    const made = upBench();
    for (const frame of ["fe 01 7f", "02 03 7f", "02", "03 01 7f", "02 00 7f"]) made.receive(octets(frame));
    expect(made.frames()).to.deep.equal([]);
    expect(made.alarms()).to.deep.equal([
      "frame discarded: frame for SAPI 63, TEI 0",
      "frame discarded: frame for SAPI 0, TEI 1",
      "frame discarded: no frame: truncated",
      "frame discarded: no frame: badValue",
      "frame discarded: no frame: badValue",
    ]);
  });

  it("says what is wrong where both ends take the same side", () => {
    const made = openBench("user");
    made.receive(octets("00 01 7f"));
    expect(made.alarms()).to.deep.equal([
      "frame discarded: the peer takes the same side as we: one must be user, one network",
    ]);
  });

  it("does without UI, XID and PDUs of another carrier", () => {
    const made = upBench();
    made.receive(octets("02 01 03 08"));
    made.receive(octets("02 01 af"));
    made.receive(octets("08 02 00 01 05"), "in-1", "qsig");
    expect(made.frames()).to.deep.equal([]);
    expect(made.traces.filter((entry) => entry.type === "ignored")).to.have.length(3);
  });
});

/** Reference 0 is the global one. */
function global(line: string): string {
  return line.replace("unknownReference FACILITY 0/0", "global FACILITY 0/0");
}
