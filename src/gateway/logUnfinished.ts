import type { Journal } from '../record/journal.js';
import * as place from '../traffic/place.js';
import { type RequestTable, waitsThere } from '../traffic/requestTable.js';
import type { RequestTracer } from './requestTracer.js';

interface UnfinishedParts {
  readonly requests: RequestTable;
  readonly journal: Journal;
  readonly tracer?: RequestTracer | undefined;
}

/** Writes down every request, and every try, that is inside when the run ends. */
export function logUnfinished({ requests, journal, tracer }: UnfinishedParts): void {
  for (let row = 0; row < requests.rowCount; row++) {
    const where = requests.placeOf(row);
    if (where === place.free || requests.isCheck(row)) continue;
    const isWaiting = waitsThere(where);
    if (!isWaiting && where !== place.backoff && where !== place.connecting) journal.held(row);
    if (requests.isOrphan(row)) continue;
    if (isWaiting) journal.waited(row);
    journal.unfinished(row, isWaiting);
    tracer?.unfinished(row, isWaiting);
  }
  journal.flush();
}
