import winston from "winston";

export const logLevels = ["error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line a record. Only `trace` may hold numbers and names as they are; everything else says `masked(number)`. */
export interface Log {
  readonly level: LogLevel;
  error(text: string): void;
  warn(text: string): void;
  info(text: string): void;
  debug(text: string): void;
  trace(text: string): void;
}

/** Writes to stderr: stdout belongs to what a command answers. */
export function createLog(level: LogLevel, stream: NodeJS.WritableStream = process.stderr): Log {
  const logger = winston.createLogger({
    level,
    levels: Object.fromEntries(logLevels.map((name, index) => [name, index])),
    format: winston.format.printf((record) => `${new Date().toISOString()} ${record.level} ${oneLine(record.message)}`),
    transports: [new winston.transports.Stream({ stream })],
  });
  const at = (name: LogLevel) => (text: string) => void logger.log(name, text);
  return {
    level,
    error: at("error"),
    warn: at("warn"),
    info: at("info"),
    debug: at("debug"),
    trace: at("trace"),
  };
}

/** A log that keeps nothing. */
export const noLog: Log = {
  level: "error",
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  trace: () => {},
};

/** Text of a peer may hold line ends and terminal escapes: neither forges a record nor moves a cursor. */
function oneLine(text: unknown): string {
  return String(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (char) => `\\u${hex4(char)}`);
}

function hex4(char: string): string {
  return char.charCodeAt(0).toString(16).padStart(4, "0");
}
