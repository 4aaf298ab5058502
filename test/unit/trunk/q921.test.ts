import { expect } from "chai";
import { messagesOfCongestion, messagesQueuedPerLink } from "../../../src/trunk/data-link.ts";
import { lapdTimers } from "../../../src/trunk/lapd.ts";
import { octets } from "./bench.ts";
import { message, openBench, ourEnquiry, ourI, ourRR, peerI, send, two, upBench } from "./link-bench.ts";

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
    expect(made.frames()).to.deep.equal(["02 01 09 00"]);
    made.receive(peerI(3, 0, 1));
    expect(made.frames()).to.deep.equal([ourRR(0, 1)]);
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

  it(`is congested while ${messagesOfCongestion} messages wait, and sends on all the same`, () => {
    const made = upBench();
    for (let count = 1; count < messagesOfCongestion; count++) send(made, 1);
    expect(made.machine.congested).to.equal(false);
    expect(send(made, 1)).to.equal(true);
    expect(made.machine.congested).to.equal(true);
    // RR with N(R) 7: the first window has arrived.
    made.receive(octets("00 01 01 0e"));
    expect(made.machine.congested).to.equal(false);
  });

  it("is congested while its channel takes no more octets, and a new channel begins without", () => {
    const made = upBench();
    made.handle({ type: "flow", channel: "in-1", writable: false });
    expect(made.machine.congested).to.equal(true);
    expect(send(made, 1)).to.equal(true);
    made.handle({ type: "flow", channel: "other", writable: true });
    expect(made.machine.congested).to.equal(true);
    made.handle({ type: "flow", channel: "in-1", writable: true });
    expect(made.machine.congested).to.equal(false);
    made.handle({ type: "flow", channel: "in-1", writable: false });
    made.handle({ type: "opened", channel: "in-2", by: "peer" });
    expect(made.machine.congested).to.equal(false);
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

/** Reference 0 is the global one. */
function global(line: string): string {
  return line.replace("unknownReference FACILITY 0/0", "global FACILITY 0/0");
}
