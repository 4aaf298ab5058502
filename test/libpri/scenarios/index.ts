import type { Suite } from "../scenario.ts";
import { scenarios as calls } from "./calls.ts";
import { scenarios as linksGatewayAsks } from "./links-gateway-asks.ts";
import { scenarios as linksLibpriAsks } from "./links-libpri-asks.ts";
import { scenarios as numbers } from "./numbers.ts";
import { scenarios as refusalsGatewayAsks } from "./refusals-gateway-asks.ts";
import { scenarios as refusalsLibpriAsks } from "./refusals-libpri-asks.ts";
import { scenarios as releasesGatewayAsks } from "./releases-gateway-asks.ts";
import { scenarios as releasesLibpriAsks } from "./releases-libpri-asks.ts";
import { scenarios as restart } from "./restart.ts";
import { scenarios as serviceGatewayAsks } from "./service-gateway-asks.ts";
import { scenarios as serviceLibpriAsks } from "./service-libpri-asks.ts";
import { scenarios as timersGatewayAsks } from "./timers-gateway-asks.ts";
import { scenarios as timersLibpriAsks } from "./timers-libpri-asks.ts";

/** Every live scenario. */
export const suites: readonly Suite[] = [
  { title: "ordinary calls", scenarios: calls },
  { title: "the gateway asks", scenarios: serviceGatewayAsks },
  { title: "libpri asks", scenarios: serviceLibpriAsks },
  { title: "timers, the gateway asks", scenarios: timersGatewayAsks },
  { title: "timers, libpri asks", scenarios: timersLibpriAsks },
  { title: "what can go wrong, the gateway asks", scenarios: refusalsGatewayAsks },
  { title: "what can go wrong, libpri asks", scenarios: refusalsLibpriAsks },
  { title: "the connection released without ccCancel, the gateway asks", scenarios: releasesGatewayAsks },
  { title: "the connection released without ccCancel, libpri asks", scenarios: releasesLibpriAsks },
  { title: "numbers", scenarios: numbers },
  { title: "RESTART", scenarios: restart },
  { title: "the link is lost, the gateway asks", scenarios: linksGatewayAsks },
  { title: "the link is lost, libpri asks", scenarios: linksLibpriAsks },
];
