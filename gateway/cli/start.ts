import { startRecording } from "../recording.ts";
import { createPinx } from "../../src/pinx.ts";
import { gatewayRoutes } from "../api/gateway-routes.ts";
import { startApi } from "../api/server.ts";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { loadConfigFile } from "../config/load.ts";
import { startDemo } from "../demo/demo.ts";
import { startGateway } from "../gateway.ts";
import { createLog, type Log, type LogLevel, logLevels } from "../log.ts";
import { printFaults } from "./check.ts";
import { type Command, Failure, type Io, parse, UsageError } from "./command.ts";

const help = `qsig start: run the gateway

Usage: qsig start [--config FILE] [--port N] [--capture FILE] [--record FILE]
                  [--log LEVEL]

Without a configuration it runs the demo: two gateways, each with a small
cluster of phones, joined by a trunk, and a console to play with them.
Prints one line, "ready http://HOST:PORT/", when everything listens.
SIGTERM or Ctrl-C ends it cleanly.

  --config FILE   the configuration; qsig check FILE explains it
  --port N        the port of console and API: 8480 or, for the demo, a free
                  one where that is taken
  --record FILE   write what the core is given to FILE, for qsig rerun; needs
                  --config, and holds the numbers of callers
  --capture FILE  write what crosses the trunks to FILE as pcapng
  --log LEVEL     ${logLevels.join(", ")};
                  otherwise QSIG_LOG, otherwise info
`;

export const start: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      config: { type: "string" },
      port: { type: "string" },
      capture: { type: "string" },
      record: { type: "string" },
      log: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError("start takes no operands; give the file with --config");
    const port = readPort(values.port);
    const log = createLog(readLevel(values.log ?? io.env["QSIG_LOG"]), io.stderr);
    const { capture } = values;
    if (values.config === undefined) {
      if (values.record !== undefined) throw new UsageError("--record needs --config: the demo has two gateways");
      const demo = { core: createPinx, host: "127.0.0.1", port: port ?? 8480, log };
      return runUntilEnd(io, () => startDemo({ ...demo, ...(capture === undefined ? {} : { capture }) }));
    }
    const loaded = await sentence(loadConfigFile(values.config));
    if (!loaded.ok) {
      printFaults(values.config, loaded.faults, io);
      return 1;
    }
    const config = { ...loaded.config, api: { ...loaded.config.api, ...(port === undefined ? {} : { port }) } };
    return runUntilEnd(io, () => startWithApi(config, values, log));
  },
};

/** What runs until the process is asked to end. */
interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

async function runUntilEnd(io: Io, launch: () => Promise<Running>): Promise<number> {
  const ending = io.ending();
  const running = await sentence(launch());
  io.stdout.write(`ready ${running.url}\n`);
  await aborted(ending);
  await running.stop();
  return 0;
}

async function startWithApi(
  config: GatewayConfig,
  { capture, record }: { readonly capture?: string | undefined; readonly record?: string | undefined },
  log: Log,
): Promise<Running> {
  const recording = record === undefined ? undefined : startRecording(record);
  const gateway = await startGateway(config, {
    core: createPinx(),
    log,
    ...(capture === undefined ? {} : { capture }),
    ...(recording === undefined ? {} : { record: recording }),
  });
  try {
    const api = await startApi({ settings: config.api, routes: gatewayRoutes(gateway, config.core), files: [], log });
    const stop = async () => {
      await api.stop();
      await gateway.stop();
      recording?.stop();
    };
    return { url: api.url, stop };
  } catch (error) {
    await gateway.stop();
    throw error;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** What could not start is the user's to mend: one sentence and exit 1. */
async function sentence<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`--port takes a number from 0 to 65535, not ${text}`);
}

function readLevel(text: string | undefined): LogLevel {
  if (text === undefined) return "info";
  const level = logLevels.find((name) => name === text);
  if (level === undefined) throw new UsageError(`the log level is ${logLevels.join(", ")}, not ${text}`);
  return level;
}
