import type { FleetListener } from '../fleet/fleet.js';
import type { OutReason } from './rotation.js';

/** The numbers one request brings, drawn at its arrival whether used or not. */
export interface RequestDraws {
  readonly cpuSeconds: number;
  readonly ioSeconds: number;
  /** Infinity without patience. */
  readonly patienceSeconds: number;
  readonly routeUniform: number;
  readonly errorUniform: number;
}

/** What the run needs of a gateway, whichever way it takes requests. */
export interface RequestGateway extends FleetListener {
  /** Virtual time, seconds; set by the loop. */
  nowSeconds: number;
  /** The ready instance is believed to be unfit: nothing is sent to it, and it goes on with what it has. */
  takeOut(instance: number, reason: OutReason): void;
  /** The reason does not hold any more (see `Rotation`). */
  putBack(instance: number, reason: OutReason): void;
  /** Requests waiting for a service: in its central queue and at its instances. */
  queueDepth(service: number): number;
  /** Requests in a service's central queue. */
  lineLength(service: number): number;
  /** Ends the run: every request still inside is unfinished. */
  close(): void;
}
