import { Script } from 'node:vm';
import { assertModule } from './inside/assertModule.js';
import { cryptoModule } from './inside/cryptoModule.js';
import { describeInside } from './inside/describeInside.js';
import { evaluation } from './inside/evaluation.js';
import { fixedLocale } from './inside/fixedLocale.js';
import { frozenCopies } from './inside/frozenCopies.js';
import { moduleReader } from './inside/moduleReader.js';
import { noCodeOfHost } from './inside/noCodeOfHost.js';
import { ownStacks } from './inside/ownStacks.js';
import { pictures } from './inside/pictures.js';
import { policyDoor } from './inside/policyDoor.js';
import { realmGlobals } from './inside/realmGlobals.js';
import { realmProcess } from './inside/realmProcess.js';
import { requireModule } from './inside/requireModule.js';
import { routerDoor } from './inside/routerDoor.js';
import { shielded } from './inside/shielded.js';
import { showObservation } from './inside/showObservation.js';
import { structuredData } from './inside/structuredData.js';
import { utcDates } from './inside/utcDates.js';
import { viewReader } from './inside/viewReader.js';
import { virtualClocks } from './inside/virtualClocks.js';

/**
 * The functions that furnish a realm. Each goes in as text and is made there, so that none has a prototype of the host: it may
 * use nothing but the language and what it is handed.
 */
const parts = {
  shielded,
  ownStacks,
  utcDates,
  virtualClocks,
  fixedLocale,
  noCodeOfHost,
  realmProcess,
  realmGlobals,
  structuredData,
  assertModule,
  cryptoModule,
  requireModule,
  describeInside,
  viewReader,
  frozenCopies,
  showObservation,
  pictures,
  moduleReader,
  policyDoor,
  routerDoor,
  evaluation,
} as const;

export type RealmParts = typeof parts;

const text = Object.entries(parts)
  .map(([name, part]) => `${name}: ${String(part)}`)
  .join(',\n');

/** Gives the parts in the context it is run in. */
export const realmScript = new Script(`'use strict';\n({ __proto__: null,\n${text}\n})`, { filename: 'realm' });
