import { readFileSync, writeSync } from "node:fs";

// Loaded into a process that is measured: at its end it writes its peak memory in kilobytes to descriptor 3. VmHWM, and
// not the figure of getrusage, which a process inherits from the one that started it.
process.on("exit", () => {
  const peak = /^VmHWM:\s*(?<kilobytes>\d+)/m.exec(readFileSync("/proc/self/status", "utf8"));
  writeSync(3, peak?.groups?.["kilobytes"] ?? "0");
});
