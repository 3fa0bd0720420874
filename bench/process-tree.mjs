import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second. */
const TICK = 10;

/**
 * CPU milliseconds that this process and everything it started have used, those included that have ended and were
 * waited for.
 */
export function treeTime() {
  const { user, system } = process.cpuUsage();
  const ticks = descendants().reduce((sum, { ticks }) => sum + ticks, 0);
  return (user + system) / 1000 + ticks * TICK;
}

/**
 * Peak memory in MB of this process and those that it started; shared pages count once for each. Not by `resourceUsage`,
 * which begins with what the process had that started this one.
 */
export function treePeak() {
  const all = [process.pid, ...descendants().map(({ pid }) => pid)];
  return (all.map(peakOf).reduce((sum, kibibytes) => sum + kibibytes, 0) * 1024) / 1e6;
}

/** All that this process started, and what those started; no other process of the machine is looked at. */
function descendants() {
  const below = (pid) => childrenOf(pid).flatMap((child) => [child, ...below(child)]);
  return below(process.pid).flatMap((pid) => statOf(pid) ?? []);
}

/** The processes that the threads of a process started. */
function childrenOf(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const lists = threads.map((id) => readFileSync(`/proc/${pid}/task/${id}/children`, 'utf8'));
    return lists.flatMap((list) => list.match(/\d+/g) ?? []);
  } catch {
    return []; // ended between the two readings
  }
}

function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, ticks };
  } catch {
    return null; // ended between the two readings
  }
}

function peakOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
