import { door, type InstanceTable } from '../../fleet/instanceTable.js';
import * as rank from '../../kernel/rank.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import * as word from '../../traffic/word.js';
import type { Answers } from '../answers.js';
import * as eventKind from '../eventKind.js';
import type { GatewayOptions } from '../gatewayOptions.js';
import type { ServiceRuntime } from '../serviceRuntime.js';

/**
 * Tries sent to instances that are gone, or no longer listen, because the gateway does not know it yet.
 *
 * A crashed instance answers nothing, and the try costs the connect timeout; one that has stopped listening refuses, which
 * takes the time of a refusal. Until then the try is load of the instance, as the gateway sees it.
 */
export class DeadTries {
  readonly #options: GatewayOptions;
  readonly #instances: InstanceTable;
  readonly #answers: Answers;

  constructor(options: GatewayOptions, answers: Answers) {
    this.#options = options;
    this.#instances = options.instances;
    this.#answers = answers;
  }

  /** Whether the instance takes no try; then this one is on its way to fail. */
  meets(row: number, instance: number, { belief, rotation, guards }: ServiceRuntime): boolean {
    const instances = this.#instances;
    const met = instances.door[instance];
    if (met === door.open || belief === undefined) return false;
    const { requests, clock, heap, rules, serviceRules } = this.#options;
    const { doubles, words } = requests;
    const at = row << 5;
    belief.noteDead(doubles[(row << 4) | double.arrival]);
    words[at | word.instance] = instance;
    words[at | word.place] = place.connecting;
    doubles[(row << 4) | double.began] = clock.nowSeconds;
    guards?.sent(row, instance);
    instances.hold(instance);
    instances.queued[instance]++;
    rotation.began(instance);
    const { rejectSeconds } = serviceRules?.[words[at | word.service]] ?? rules;
    const costSeconds = (met === door.silent ? belief.connectSeconds : undefined) ?? rejectSeconds;
    const generation = words[at | word.generation];
    heap.push(clock.nowSeconds + costSeconds, rank.timeout, eventKind.connectFailed, row, generation);
    return true;
  }

  /** The gateway gives the try up; nobody may be waiting for it any more. */
  failed(row: number): void {
    const { requests, runtimes } = this.#options;
    const { words } = requests;
    const instance = words[(row << 5) | word.instance];
    const { rotation } = runtimes[words[(row << 5) | word.service]];
    this.#instances.queued[instance]--;
    rotation.ended(instance);
    if (requests.isOrphan(row)) requests.release(row);
    else this.#answers.connectFailed(row);
    this.#instances.letGo(instance);
  }
}
