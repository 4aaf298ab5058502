import { locales } from "../../src/users/screen.ts";
import { optional, required, rows, variant, withDefault } from "./spec.ts";
import { tls } from "./tls-schema.ts";
import {
  boolean,
  choice,
  digits,
  duration,
  filePath,
  hostPort,
  httpUrl,
  integer,
  numberPattern,
  text,
} from "./values.ts";

/** How the lines of an assisted neighbour are watched. */
export function lines() {
  return variant(
    { sip: sipLines(), http: httpLines(), demo: {} },
    { help: "how lines of an assisted neighbour are watched", optional: true },
  );
}

/** How the users of an assisted neighbour are told, and press keys. */
export function phones() {
  const every = everyPhone();
  const types = {
    cisco: { ...cisco(), ...every },
    sip: { ...sipPhones(), ...every },
    webhook: { ...webhook(), ...every },
    demo: every,
  };
  return variant(types, { help: "how users of an assisted neighbour are told", optional: true });
}

/** What the core reads of the phones of every type. */
function everyPhone() {
  const language = choice(locales);
  return {
    locale: withDefault(language, "en", { help: "the language of the screens", serves: "S-87" }),
    locales: rows(
      {
        match: required(numberPattern, { help: "the numbers of the phones it is for" }),
        locale: required(language, { help: "the language of their screens" }),
      },
      { help: "phones with another language: the first pattern that fits counts" },
    ),
    canHold: withDefault(boolean, true, {
      help: "Dial holds the call that the user talks on; false: Dial is refused until that call is over",
      serves: "S-37",
    }),
  };
}

/** The event packages of a SIP cluster. */
function sipLines() {
  return {
    server: required(hostPort, { help: "the presence server or proxy of the cluster, over TCP or, with tls, TLS" }),
    domain: optional(text, { help: "the host part of the lines' addresses; absent: that of server" }),
    package: withDefault(choice(["dialog", "presence"]), "dialog", {
      help: "the event package: dialog (RFC 4235); presence where there is no other: it tells no ringing from talking",
    }),
    registrations: withDefault(boolean, true, {
      help: "subscribe to registrations too (package reg, RFC 3680): resets of phones are seen by them",
      serves: "S-63",
    }),
    user: withDefault(text, "qsig-gateway", { help: "who subscribes, and who answers a challenge (digest)" }),
    passwordFile: optional(filePath, { help: "the file with that user's password, one line; absent: no digest" }),
    tls: tls(),
    expires: withDefault(duration(60_000, 86_400_000), 600_000, { help: "how long a subscription lasts" }),
    pace: withDefault(integer(1, 10_000), 50, { help: "subscriptions a second, after a restart too" }),
  };
}

/** Scripts of the cluster push them: docs/lines-http.openapi.yaml. */
function httpLines() {
  return {
    bind: withDefault(
      hostPort,
      { host: "127.0.0.1", port: 8482 },
      { help: "where the cluster's scripts send lines to" },
    ),
    tokenFile: required(filePath, { help: "the file with the scripts' bearer token, one line of at least 16 octets" }),
    silence: withDefault(duration(1_000, 600_000), 30_000, {
      help: "without a sign of life of the scripts for so long the lines count as lost",
    }),
  };
}

function cisco() {
  return {
    bind: withDefault(
      hostPort,
      { host: "0.0.0.0", port: 8481 },
      {
        help: "where phones fetch screens and sound; neighbours with cisco phones may share it",
      },
    ),
    url: optional(httpUrl, {
      help: "the same as the phones reach it, short: a push holds 512 octets; needed where bind is 0.0.0.0 or [::]",
    }),
    authentication: withDefault(choice(["basic", "digest", "none"]), "basic", {
      help: "how the gateway shows the phones who it is",
      mark: "[V23]",
    }),
    user: optional(text, { help: "the user that may control the phones" }),
    passwordFile: optional(filePath, { help: "the file with that user's password, one line" }),
    phones: rows(
      {
        number: required(digits, { help: "the number of its line, in the cluster's own digits" }),
        address: required(hostPort, { help: "where its web server is; the phone service knows the phone by it" }),
        model: withDefault(text, "7970", {
          help: "the model: it says where Dial, Cancel and Exit stand (79xx: 1, 2, 3; others: 3, 2, 1)",
        }),
      },
      { help: "the phones, one an entry" },
    ),
  };
}

/** SIP phones without keys of ours: a text, and calls that the gateway places. */
function sipPhones() {
  return {
    server: required(hostPort, { help: "the proxy of the cluster, over TCP or, with tls, TLS" }),
    domain: optional(text, { help: "the host part of the users' addresses; absent: that of server" }),
    user: withDefault(text, "qsig-gateway", { help: "who sends the texts, and who answers a challenge (digest)" }),
    passwordFile: optional(filePath, { help: "the file with that user's password, one line; absent: no digest" }),
    tls: tls(),
    ring: withDefault(boolean, true, { help: "when B is free the user's phone rings, and answering it is Dial" }),
  };
}

/** Users of soft clients: a program of the cluster is told, and users have a page. */
function webhook() {
  return {
    url: required(httpUrl, { help: "what takes the signed posts: docs/webhook.md" }),
    keyFile: required(filePath, { help: "the file with the key of posts and links, one line of at least 16 octets" }),
    bind: withDefault(hostPort, { host: "127.0.0.1", port: 8483 }, { help: "where users open their page" }),
    pageUrl: optional(httpUrl, { help: "the same as users reach it; needed where bind is 0.0.0.0 or [::]" }),
    linkLife: withDefault(duration(60_000, 2_592_000_000), 86_400_000, { help: "how long a personal link is good" }),
  };
}
