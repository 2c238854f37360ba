"""M/M/c at 80 % in SimPy, as its own examples write it: python3 queue_simpy.py SERVERS CUSTOMERS; prints CPU
seconds, SimPy's version, Python's and requests."""
import random
import sys
import time

servers, customers = int(sys.argv[1]), int(sys.argv[2])
rate = 0.8 * servers
waits = []

try:
    import simpy

    def run():
        environment = simpy.Environment()
        desk = simpy.Resource(environment, capacity=servers)

        def customer():
            came = environment.now
            with desk.request() as turn:
                yield turn
                waits.append(environment.now - came)
                yield environment.timeout(random.expovariate(1))

        def arrivals():
            for _ in range(customers):
                yield environment.timeout(random.expovariate(rate))
                environment.process(customer())

        environment.process(arrivals())
        environment.run()

    version = simpy.__version__
except ImportError:
    sys.path.insert(0, "/usr/lib/python3/dist-packages")
    from SimPy.Simulation import Process, Resource, Simulation, hold, release, request
    from SimPy import __version__ as version

    class Customer(Process):
        def visit(self, desk):
            came = self.sim.now()
            yield request, self, desk
            waits.append(self.sim.now() - came)
            yield hold, self, random.expovariate(1)
            yield release, self, desk

    class Arrivals(Process):
        def come(self, desk):
            for _ in range(customers):
                yield hold, self, random.expovariate(rate)
                customer = Customer(sim=self.sim)
                self.sim.activate(customer, customer.visit(desk))

    def run():
        simulation = Simulation()
        simulation.initialize()
        desk = Resource(capacity=servers, sim=simulation)
        arrivals = Arrivals(sim=simulation)
        simulation.activate(arrivals, arrivals.come(desk))
        simulation.simulate(until=1e12)


begin = time.process_time()
run()
print(f"{time.process_time() - begin} {version} {sys.version.split()[0]} {customers}")
