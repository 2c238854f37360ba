import { InvariantError } from '../base/invariant.js';
import type { Observation } from '../policy/observation.js';
import type { ActionAnswer, PolicyHost } from '../policy/policy.js';
import { openPolicyStream } from '../policy/policyStream.js';
import type { IndexedStream } from '../random/keyedStream.js';

interface RouterHostOptions {
  readonly route: string;
  readonly run: { readonly seed: number; readonly replication: number };
  readonly startSeconds: number;
  readonly env: Readonly<Record<string, string>>;
  nowSeconds(): number;
  log(text: string): void;
}

/** The world of a router: clock, lots and log. What it sees of services comes with each request, and it acts on nothing. */
export class RouterHost implements PolicyHost {
  readonly #options: RouterHostOptions;
  readonly serviceNames = [];
  readonly apiLatencySeconds = 0;
  readonly random: IndexedStream;

  constructor(options: RouterHostOptions) {
    this.#options = options;
    this.random = openPolicyStream(`route ${options.route}`, 0, options.run);
  }

  get startSeconds(): number {
    return this.#options.startSeconds;
  }

  get env(): Readonly<Record<string, string>> {
    return this.#options.env;
  }

  nowSeconds(): number {
    return this.#options.nowSeconds();
  }

  /** The libraries refuse both at the line that asks. */
  observe(): Observation {
    throw new InvariantError('a router observes nothing by itself');
  }

  act(): ActionAnswer {
    throw new InvariantError('a router scales nothing');
  }

  log(text: string): void {
    this.#options.log(text);
  }
}
