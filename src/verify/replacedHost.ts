import type { ApiDesk } from '../cloud/api/apiDesk.js';
import type { Observation } from '../policy/observation.js';
import type { ActionAnswer, Decision, PolicyHost } from '../policy/policy.js';
import type { IndexedStream } from '../random/keyedStream.js';

/** A host that another can be put in place of while a policy runs: its second run begins in a world of its own. */
export class ReplacedHost<Host extends PolicyHost> implements PolicyHost {
  current: Host;

  constructor(first: Host) {
    this.current = first;
  }

  get serviceNames(): readonly string[] {
    return this.current.serviceNames;
  }

  get startSeconds(): number {
    // safe: a recording always has a start.
    return this.current.startSeconds ?? 0;
  }

  get env(): Readonly<Record<string, string>> {
    return this.current.env ?? {};
  }

  get random(): IndexedStream {
    // safe: a recording always has one.
    return this.current.random as IndexedStream;
  }

  get apiLatencySeconds(): number {
    return this.current.apiLatencySeconds;
  }

  get api(): ApiDesk | undefined {
    return this.current.api;
  }

  nowSeconds(): number {
    return this.current.nowSeconds();
  }

  observe(serviceName?: string): Observation {
    return this.current.observe(serviceName);
  }

  act(decision: Decision, serviceName?: string): ActionAnswer {
    return this.current.act(decision, serviceName);
  }

  log(text: string): void {
    this.current.log(text);
  }
}
