// M/M/c at 80 % in simjs, as its documentation writes it: queueSimjs.mjs FOLDER SERVERS CUSTOMERS; prints CPU seconds.
import { createRequire } from 'node:module';

const [folder, servers, customers] = process.argv.slice(2);
// It is built for pages: it hangs itself on the window.
globalThis.window = globalThis;
createRequire(`${folder}/package.json`)('simjs');
const simjs = globalThis.Sim;
const rate = 0.8 * Number(servers);
const random = new simjs.Random(1234);
const simulation = new simjs.Sim();
const desk = new simjs.Facility('desk', simjs.Facility.FCFS, Number(servers));

class Arrivals extends simjs.Entity {
  start() {
    this.left = Number(customers);
    this.next();
  }

  next() {
    if (this.left-- <= 0) return;
    this.useFacility(desk, random.exponential(1));
    this.setTimer(random.exponential(rate)).done(this.next);
  }
}

simulation.addEntity(Arrivals);
const begin = process.cpuUsage();
simulation.simulate(1e12);
const { user, system } = process.cpuUsage(begin);
process.stdout.write(`${(user + system) / 1e6}`);
