import { parentPort, workerData } from "node:worker_threads";
import type { PlanOptions } from "../../src/simulation/plan.ts";
import { simulatedWorld } from "./simulated-worlds.ts";

/** A seed comes in, its world goes back. */
parentPort?.on("message", (seed: number) => {
  parentPort?.postMessage(simulatedWorld(seed, workerData as PlanOptions));
});
