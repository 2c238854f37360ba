import { phase } from '../fleet/instanceTable.js';
const phaseNames = { [phase.starting]: 'starting', [phase.ready]: 'ready', [phase.draining]: 'draining' };
/** Who is in a fleet: a list for each state of it, shared by the observations of all instants at which nothing changed. */
export class MemberList {
    #fleet;
    #table;
    #members = [];
    constructor(fleet, table) {
        this.#fleet = fleet;
        this.#table = table;
    }
    /** The list of this instant, which later ones leave as it is. */
    present() {
        const alive = this.#fleet.alive();
        if (!this.#isListed(alive))
            this.#members = alive.map((instance) => this.#describe(instance));
        return this.#members;
    }
    /** An instance's dates change only together with its phase. */
    #isListed(alive) {
        if (alive.length !== this.#members.length)
            return false;
        const { serial, phase: phases } = this.#table;
        for (let index = 0; index < alive.length; index++) {
            const instance = alive[index];
            const member = this.#members[index];
            if (member.serial !== serial[instance] || member.phase !== phaseName(phases[instance]))
                return false;
        }
        return true;
    }
    #describe(instance) {
        const { serial, phase: phases, launchNumber, launchedSeconds, readySeconds, drainSeconds } = this.#table;
        const readyAt = readySeconds[instance];
        const deletedAt = drainSeconds[instance];
        return {
            instance,
            serial: serial[instance],
            launchNumber: launchNumber[instance],
            phase: phaseName(phases[instance]),
            startedAt: launchedSeconds[instance],
            ...(Number.isNaN(readyAt) ? {} : { readyAt }),
            ...(Number.isNaN(deletedAt) ? {} : { deletedAt }),
        };
    }
}
function phaseName(current) {
    return phaseNames[current]; // safe: a living instance is in one of the three
}
