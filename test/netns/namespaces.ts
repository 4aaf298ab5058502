import { execFileSync } from "node:child_process";

let made = 0;

/** Two network namespaces with a cable between them, that can be pulled. */
export class Namespaces {
  /** The addresses of the two ends. */
  static readonly addresses = ["10.213.7.1", "10.213.7.2"] as const;
  readonly names: readonly [string, string];

  private constructor(names: readonly [string, string]) {
    this.names = names;
  }

  /** Why this machine has none; undefined where it has. */
  static whyNot(): string | undefined {
    try {
      const probe = `qsig-probe-${process.pid}`;
      ip("netns", "add", probe);
      ip("netns", "delete", probe);
      return undefined;
    } catch (error) {
      return `no network namespaces: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`;
    }
  }

  static make(): Namespaces {
    made += 1;
    const names = [`qsig-a-${process.pid}-${made}`, `qsig-b-${process.pid}-${made}`] as const;
    const pair = new Namespaces(names);
    try {
      for (const name of names) ip("netns", "add", name);
      ip("link", "add", "trunk", "netns", names[0], "type", "veth", "peer", "name", "trunk", "netns", names[1]);
      for (const [at, name] of names.entries()) {
        ip("-n", name, "address", "add", `${Namespaces.addresses[at]}/24`, "dev", "trunk");
        ip("-n", name, "link", "set", "lo", "up");
        ip("-n", name, "link", "set", "trunk", "up");
        // TCP gives up an unanswered segment after about 10 s, not a quarter of an hour: cuts may be shorter.
        ip("netns", "exec", name, "sysctl", "-q", "-w", "net.ipv4.tcp_retries2=4");
      }
      return pair;
    } catch (error) {
      pair.remove();
      throw error;
    }
  }

  pull(): void {
    ip("-n", this.names[0], "link", "set", "trunk", "down");
  }

  plug(): void {
    ip("-n", this.names[0], "link", "set", "trunk", "up");
  }

  remove(): void {
    for (const name of this.names) {
      try {
        ip("netns", "delete", name);
      } catch {
        // It was not made.
      }
    }
  }
}

function ip(...words: readonly string[]): void {
  execFileSync("ip", words, { stdio: ["ignore", "ignore", "pipe"] });
}
