"""Processor sharing behind a balancer in SimPy, as its users write it: an instance is a process that waits for its next
completion and is interrupted when a request joins.

python3 sharing_simpy.py INSTANCES VCPUS CPU_SECONDS CPU_CV IO_SECONDS IO_CV SECONDS RATE [SECONDS RATE]...

A cv of 1 is exponential, any other lognormal; io of 0 is none; the rate runs linearly from one point to the next. Prints CPU
seconds, SimPy's version, Python's, requests and their mean latency in ms.
"""
import math
import random
import sys
import time

instance_count, vcpus = int(sys.argv[1]), float(sys.argv[2])
cpu, cpu_cv, io, io_cv = map(float, sys.argv[3:7])
points = list(zip(map(float, sys.argv[7::2]), map(float, sys.argv[8::2])))
highest = max(rate for _, rate in points)
latencies = []


class Job:
    def __init__(self, left):
        self.left = left


class Sharing:
    """What both versions of SimPy need of an instance."""

    def __init__(self):
        self.jobs = []
        self.load = 0
        self.picked = 0
        self.touched = 0

    def speed(self):
        return min(1, vcpus / len(self.jobs))

    def work(self, now):
        """All running jobs have got on since the last time."""
        if self.jobs:
            done = (now - self.touched) * self.speed()
            for job in self.jobs:
                job.left -= done
        self.touched = now

    def next(self):
        return min(self.jobs, key=lambda job: job.left)


class Balancer:
    """The least loaded; ties go to the one picked longest ago."""

    def __init__(self, instances):
        self.instances = instances
        self.picks = 0

    def pick(self):
        instance = min(self.instances, key=lambda one: (one.load, one.picked))
        self.picks += 1
        instance.picked = self.picks
        instance.load += 1
        return instance


def demand_of(mean, cv):
    if cv == 1:
        return random.expovariate(1 / mean)
    variance = math.log(1 + cv * cv)
    return random.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))


def rate_at(now):
    for (begin, low), (end, high) in zip(points, points[1:]):
        if now < end:
            return low + (high - low) * (now - begin) / (end - begin)
    return 0


def is_accepted(now):
    """Thinning: of arrivals at the highest rate as many as the present one."""
    rate = rate_at(now)
    return rate == highest or random.random() * highest < rate


try:
    import simpy

    def run():
        environment = simpy.Environment()

        class Instance(Sharing):
            def __init__(self):
                super().__init__()
                self.joined = environment.event()
                self.process = environment.process(self.serve())

            def serve(self):
                while True:
                    try:
                        if not self.jobs:
                            self.joined = environment.event()
                            yield self.joined
                            continue
                        job = self.next()
                        yield environment.timeout(max(0, job.left) / self.speed())
                        self.work(environment.now)
                        self.jobs.remove(job)
                        job.done.succeed()
                    except simpy.Interrupt:
                        pass

            def add(self, job):
                self.work(environment.now)
                job.done = environment.event()
                self.jobs.append(job)
                if len(self.jobs) > 1:
                    self.process.interrupt()
                elif not self.joined.triggered:
                    self.joined.succeed()

        balancer = Balancer([Instance() for _ in range(instance_count)])

        def request():
            came = environment.now
            instance = balancer.pick()
            job = Job(demand_of(cpu, cpu_cv))
            instance.add(job)
            yield job.done
            if io > 0:
                yield environment.timeout(demand_of(io, io_cv))
            instance.load -= 1
            latencies.append(environment.now - came)

        def arrivals():
            while True:
                yield environment.timeout(random.expovariate(highest))
                if environment.now >= points[-1][0]:
                    return
                if is_accepted(environment.now):
                    environment.process(request())

        environment.process(arrivals())
        environment.run()

    version = simpy.__version__
except ImportError:
    sys.path.insert(0, "/usr/lib/python3/dist-packages")
    from SimPy.Simulation import Process, Simulation, hold, passivate
    from SimPy import __version__ as version

    class Instance(Sharing, Process):
        def __init__(self, sim):
            Sharing.__init__(self)
            Process.__init__(self, sim=sim)

        def serve(self):
            while True:
                if not self.jobs:
                    yield passivate, self
                    continue
                job = self.next()
                yield hold, self, max(0, job.left) / self.speed()
                if self.interrupted():
                    self.interruptReset()
                    continue
                self.work(self.sim.now())
                self.jobs.remove(job)
                self.sim.reactivate(job.request)

        def add(self, job):
            self.work(self.sim.now())
            self.jobs.append(job)
            if len(self.jobs) > 1:
                self.interrupt(self)
            else:
                self.sim.reactivate(self)

    class Request(Process):
        def visit(self, balancer):
            came = self.sim.now()
            instance = balancer.pick()
            job = Job(demand_of(cpu, cpu_cv))
            job.request = self
            instance.add(job)
            yield passivate, self
            if io > 0:
                yield hold, self, demand_of(io, io_cv)
            instance.load -= 1
            latencies.append(self.sim.now() - came)

    class Arrivals(Process):
        def come(self, balancer):
            while True:
                yield hold, self, random.expovariate(highest)
                if self.sim.now() >= points[-1][0]:
                    return
                if is_accepted(self.sim.now()):
                    request = Request(sim=self.sim)
                    self.sim.activate(request, request.visit(balancer))

    def run():
        simulation = Simulation()
        simulation.initialize()
        instances = [Instance(simulation) for _ in range(instance_count)]
        for instance in instances:
            simulation.activate(instance, instance.serve())
        arrivals = Arrivals(sim=simulation)
        simulation.activate(arrivals, arrivals.come(Balancer(instances)))
        simulation.simulate(until=1e12)


random.seed(1)
begin = time.process_time()
run()
print(f"{time.process_time() - begin} {version} {sys.version.split()[0]} {len(latencies)} {1000 * sum(latencies) / len(latencies)}")
