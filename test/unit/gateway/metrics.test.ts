import { expect } from "chai";
import { Metrics } from "../../../gateway/metrics.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";

const octets = new Uint8Array(0);
const request = (role: string, state: string) => ({ role, state, user: "west/2001" }) as unknown as StoredRequest;

describe("metrics", () => {
  it("count messages, leniencies and refused calls by trunk, and requests by state, without a number anywhere", () => {
    const metrics = new Metrics();
    metrics.push({ at: 1, type: "message", trunk: "east", direction: "in", octets });
    metrics.push({ at: 1, type: "leniency", trunk: "east", leniency: "elementOrder", verdict: "accepted" });
    metrics.push({ at: 2, type: "message", trunk: "east", direction: "in", octets });
    metrics.push({ at: 2, type: "leniency", trunk: "east", leniency: "elementOrder", verdict: "accepted" });
    metrics.push({ at: 3, type: "leniency", trunk: "west", leniency: "argumentAbsent", verdict: "refused" });
    metrics.push({ at: 4, type: "message", trunk: "west", direction: "out", octets });
    metrics.push({ at: 4, type: "refused", trunk: "west", kind: "call", cause: 65, text: "unlike media" });
    metrics.push({ at: 4, type: "dropped", trunk: "east", text: "APDUs" });
    metrics.push({ at: 4, type: "fault", during: "a SETUP", text: "Error: injected" });
    metrics.push({ at: 5, type: "alarm", trunk: "west", text: "not counted" });
    const lines = metrics
      .text([request("originating", "Requested"), request("originating", "Requested"), request("terminating", "Busy")])
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    expect(lines).to.deep.equal([
      'qsig_messages_total{trunk="east",direction="in"} 2',
      'qsig_messages_total{trunk="west",direction="out"} 1',
      'qsig_leniencies_total{trunk="east",leniency="elementOrder",verdict="accepted"} 2',
      'qsig_leniencies_total{trunk="west",leniency="argumentAbsent",verdict="refused"} 1',
      'qsig_calls_refused_total{trunk="west",kind="call",cause="65"} 1',
      'qsig_apdus_dropped_total{trunk="east"} 1',
      "qsig_faults_total{} 1",
      'qsig_requests{role="originating",state="Requested"} 2',
      'qsig_requests{role="terminating",state="Busy"} 1',
      "",
    ]);
  });

  it("count refusals of TLS, and say when the first file of each kind ends", () => {
    const metrics = new Metrics();
    metrics.tls("east", { type: "refused", fault: "expired", text: "" });
    metrics.tls("east", { type: "refused", fault: "expired", text: "" });
    metrics.tls("east", { type: "dates", dates: { own: 1_800_000_000_500, anchor: 1_900_000_000_000 } });
    metrics.tls("east", { type: "dates", dates: { own: 1_850_000_000_000 } });
    expect(metrics.text([]).match(/^qsig_tls.*$/gm)).to.deep.equal([
      'qsig_tls_refused_total{trunk="east",fault="expired"} 2',
      'qsig_tls_expiry_timestamp_seconds{trunk="east",of="own"} 1850000000',
      'qsig_tls_expiry_timestamp_seconds{trunk="east",of="anchor"} 1900000000',
    ]);
  });

  it("say the state of every trunk that told one, and count alarms", () => {
    const metrics = new Metrics();
    metrics.trunkAlarm("east", "flapping");
    metrics.trunkAlarm("east", "flapping");
    const trunks = [{ trunk: "east", condition: "failing" }, { trunk: "west" }] as const;
    expect(metrics.text([], trunks).match(/^qsig_trunk.*$/gm)).to.deep.equal([
      'qsig_trunk_state{trunk="east",state="failing"} 1',
      'qsig_trunk_alarms_total{trunk="east",alarm="flapping"} 2',
    ]);
  });

  it("say of every family what it is, counted or not", () => {
    const text = new Metrics().text([]);
    expect(text.match(/^# TYPE qsig_\w+ (counter|gauge)$/gm)).to.have.length(10);
    expect(text.match(/^# HELP qsig_\w+ \w.*\.$/gm)).to.have.length(10);
  });
});
