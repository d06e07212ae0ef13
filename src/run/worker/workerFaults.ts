/**
 * Tells of workers in trouble. `notReady`: a worker was given up before it was ready; its script may be gone from the
 * server, as after a deploy.
 */
export const workerFaults = new EventTarget();
