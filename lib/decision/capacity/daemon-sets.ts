import type { Resources } from './demand';

/**
 * What the agents on every node take from it before the workload comes: network, DNS cache, storage driver, log and metric
 * collectors. These are assumptions of this project, rounded up from the requests that the platforms' default agents
 * declare; nobody publishes a sum. They come off every node and are not part of the demand.
 */
export const EKS_DAEMON_SETS: Resources = { milliCpu: 250, memoryMib: 300, pods: 4 };

/**
 * With Auto Mode the pod network, DNS, storage driver and load-balancer agent of EKS run as services of the machine and not as
 * pods. What is left is a log or metric collector's share. An assumption, as above: AWS names the services and no figures.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
 */
export const EKS_AUTO_DAEMON_SETS: Resources = { milliCpu: 100, memoryMib: 200, pods: 0 };

/**
 * GKE runs more agents of its own: Dataplane V2, metadata server and log collector ask for about 100 m each, managed
 * Prometheus, DNS cache, storage driver and metrics agent for the rest. An assumption, as above.
 */
export const GKE_DAEMON_SETS: Resources = { milliCpu: 350, memoryMib: 600, pods: 8 };

/** AKS: pod network, kube-proxy, node-problem agents, DNS proxy, two storage drivers and the metrics agent. An assumption, as above. */
export const AKS_DAEMON_SETS: Resources = { milliCpu: 300, memoryMib: 500, pods: 7 };

/** kubeadm on EC2: what is on every machine on premises, and the drivers of the cloud's volumes. An assumption, as above. */
export const SELF_MANAGED_EC2_DAEMON_SETS: Resources = { milliCpu: 270, memoryMib: 350, pods: 4 };

/** kube-proxy and a pod network with its policy agent. An assumption, as above. */
export const ON_PREM_DAEMON_SETS: Resources = { milliCpu: 250, memoryMib: 300, pods: 3 };

/** Pods that a kubelet accepts by default; kubeadm leaves it so. https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
export const ON_PREM_MAX_PODS_PER_NODE = 110;
