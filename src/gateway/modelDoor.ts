import { type ModelServerSettings, neverFits } from '../fleet/modelServer/settings.js';
import * as double from '../traffic/double.js';
import type { RequestTable } from '../traffic/requestTable.js';

interface ModelDoorOptions {
  readonly requests: RequestTable;
  readonly settings: ModelServerSettings;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
}

/** Turns away what no model server of a service can ever serve, before one is picked: vLLM answers 400. */
export class ModelDoor {
  readonly #options: ModelDoorOptions;
  /** Turned away; by intended arrival in the measured span. */
  count = 0;

  constructor(options: ModelDoorOptions) {
    this.#options = options;
  }

  /** Whether prompt and answer are longer than the memory of a replica, or than the model takes. */
  refuses(row: number): boolean {
    const { requests, settings, fromSeconds } = this.#options;
    const { doubles } = requests;
    if (!neverFits(settings, doubles[(row << 4) | double.cpu], doubles[(row << 4) | double.io])) return false;
    if (doubles[(row << 4) | double.arrival] >= fromSeconds) this.count++;
    return true;
  }
}
