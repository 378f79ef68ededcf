"""Do the same thing with many items on many machines: workers of a Dask cluster, which need no disk in common."""

from suluh.cluster.client import Cluster
from suluh.cluster.driver import Machines
from suluh.cluster.inputs import Needs

__all__ = ["Cluster", "Machines", "Needs"]
