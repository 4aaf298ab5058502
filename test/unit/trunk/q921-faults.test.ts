import { expect } from "chai";
import { messagesQueuedPerLink } from "../../../src/trunk/data-link.ts";
import { octets, type TrunkBench } from "./bench.ts";
import { message, openBench, ourEnquiry, ourI, ourRR, peerI, send, upBench } from "./link-bench.ts";

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

  it("takes that of an I frame of a busy peer too", () => {
    const made = upBench();
    send(made, 1);
    send(made, 2);
    made.receive(octets("00 01 05 00"));
    made.receive(peerI(0, 2));
    made.receive(octets("00 01 01 02"));
    expect(made.alarms()).to.deep.equal(["Q.921 MDL-ERROR J: N(R) outside what was sent"]);
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
    const resets = [["02 01 7f"], ["00 01 0f", "00 01 73"], ["02 01 53", "02 01 7f"]];
    for (const [reset, before] of resets.flatMap((reset) => [0, 2].map((before) => [reset, before] as const))) {
      const made = upBench();
      for (let value = 1; value <= before; value++) send(made, value);
      made.receive(octets("00 01 05 00"));
      made.receive(peerI(1, 0));
      for (const frame of reset) made.receive(octets(frame));
      made.taken();
      send(made, 1);
      made.receive(peerI(1, 0));
      expect(made.frames()).to.deep.equal([ourI(0, 0, 1), "02 01 09 00"]);
    }
  });

  it("begins every link with numbers from 0", () => {
    const made = upBench();
    send(made, 1);
    made.receive(peerI(0, 1));
    made.receive(octets("02 01 53"));
    made.receive(octets("02 01 7f"));
    made.taken();
    send(made, 2);
    made.receive(peerI(0, 0));
    expect(made.frames()).to.deep.equal([ourI(0, 0, 2), ourRR(1)]);
  });

  for (const [when, frames] of [
    ["while the link is set up anew", ["00 01 0f"]],
    ["after the link was set up anew", ["00 01 0f", "00 01 73"]],
  ] as const) {
    it(`tells layer 3 of the end and the beginning where the queue runs over ${when}`, () => {
      const made = upBench();
      for (const frame of frames) made.receive(octets(frame));
      for (let count = 0; count <= messagesQueuedPerLink; count++) send(made, 1);
      made.receive(octets("00 01 73"));
      expect(made.told().map((line) => line.split(":")[0])).to.deep.equal(["linkDown", "linkUp"]);
      made.taken();
      send(made, 2);
      expect(made.frames()).to.deep.equal([ourI(0, 0, 2)]);
    });
  }

  it("counts repetitions of DISC anew behind those of SABME", () => {
    const made = openBench();
    made.advance(2500);
    made.handle({ type: "stop" });
    made.taken();
    made.advance(3000);
    expect(made.frames()).to.deep.equal(["00 01 53", "00 01 53", "00 01 53"]);
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
    [
      "DM to such an attempt",
      (made) => {
        for (const frame of ["00 01 0f", "00 01 1f"]) made.receive(octets(frame));
      },
    ],
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
