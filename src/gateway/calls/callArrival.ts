import { ArrivalBlock } from '../../traffic/arrivalBlock.js';
import * as double from '../../traffic/double.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';

/** A call as the arrival that routes and caches know: the only one of a block, filled anew for each. */
export class CallArrival {
  readonly block = new ArrivalBlock();
  readonly #requests: RequestTable;
  readonly #serviceCount: number;

  constructor(requests: RequestTable, serviceCount: number) {
    this.#requests = requests;
    this.#serviceCount = serviceCount;
  }

  /** The call stands in the row. @param hasPrefix its class has shared beginnings */
  fill(row: number, routeUniform: number, hasPrefix: boolean): ArrivalBlock {
    const { block } = this;
    const { doubles, words, prefixes, consumers } = this.#requests;
    const instant = row << 4;
    const group = words[(row << 5) | word.group];
    block.seconds[0] = doubles[instant | double.arrival];
    block.sources[0] = Math.floor(group / this.#serviceCount);
    block.services[0] = words[(row << 5) | word.service];
    block.groups[0] = group;
    block.users[0] = words[(row << 5) | word.user];
    block.numbers[0] = doubles[instant | double.arrivalNumber];
    block.cpuSeconds[0] = doubles[instant | double.cpu];
    block.ioSeconds[0] = doubles[instant | double.io];
    block.routeUniforms[0] = routeUniform;
    block.prefixes[0] = hasPrefix ? prefixes[row] : -1;
    block.consumers[0] = row < consumers.length ? consumers[row] : -1;
    return block;
  }
}
