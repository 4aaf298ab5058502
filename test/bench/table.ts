import type { Row } from "./harness.ts";

/** 80 columns: name, unit, ours, the other, who the other is, how many times better ours is. */
export function tableHead(): string {
  return `${line("", "unit", "ours", "other", "peer", "ratio")}\n${"-".repeat(80)}`;
}

export function tableLine({ name, unit, ours, other, peer, ratio, missing }: Row): string {
  if (other === null || ratio === null) return `${line(name, unit, figure(ours), "-", peer, "-")}\n  ${missing ?? ""}`;
  return line(name, unit, figure(ours), figure(other), peer, `${figure(ratio)}x`);
}

function line(name: string, unit: string, ours: string, other: string, peer: string, ratio: string): string {
  const head = `${name.padEnd(34)} ${unit.padStart(8)} ${ours.padStart(8)} ${other.padStart(8)}`;
  return `${head} ${peer.padEnd(10)} ${ratio.padStart(7)}`;
}

/** Three digits that count, no exponent. */
export function figure(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
