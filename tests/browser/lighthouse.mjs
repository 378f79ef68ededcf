// Reads addresses, one a line, and answers each with a line of JSON. The port is that of a Chromium that listens.
import readline from "node:readline";
import standard from "lighthouse/core/config/default-config.js";
import {navigationGather} from "lighthouse/core/gather/navigation-runner.js";
import {Runner} from "lighthouse/core/runner.js";

const [port] = process.argv.slice(2);
const parts = Object.values(standard.categories).flatMap((category) => category.auditRefs);
const counted = new Set(parts.filter((part) => part.weight > 0).map((part) => part.id));
const idle = parts.map((part) => part.id).filter((id) => !counted.has(id)); // they cost time and change no score
const config = {extends: "lighthouse:default", settings: {disableFullPageScreenshot: true, skipAudits: idle}};

// Lighthouse slows every computer down by the same factor, four, which makes a middling phone of a fast desktop. What it
// measures of a computer before each page tells how fast that one is just then; the guide of Lighthouse says to go by it.
const MOST_SLOWED = 4;
const LEAST_SLOWED = 2;
const SPEED_OF_A_PHONE = 1500 / MOST_SLOWED;

function calibrate({settings, BenchmarkIndex: speed}) {
  const slowed = Math.min(MOST_SLOWED, Math.max(LEAST_SLOWED, speed / SPEED_OF_A_PHONE));
  settings.throttling.cpuSlowdownMultiplier = slowed;
  return slowed;
}

// To guess at a slow phone, Lighthouse multiplies how long each task of the page took. On a computer with other work to do
// a task also waits for its turn, and the wait is multiplied too. Here a task lasts as long as its thread worked on it.
function asWorked(events) {
  const tasks = new Map();
  for (const event of [...events].sort((one, other) => one.ts - other.ts)) {
    const thread = `${event.pid} ${event.tid}`;
    const task = tasks.get(thread);
    if (task && event.ts < task.end) {
      event.ts = Math.round(task.start + (event.ts - task.start) * task.share);
      if (event.dur) event.dur = Math.round(event.dur * task.share);
    } else if (event.name === "RunTask" && event.tdur < event.dur) {
      tasks.set(thread, {start: event.ts, end: event.ts + event.dur, share: event.tdur / event.dur});
      event.dur = event.tdur;
    }
  }
}

async function said({artifacts, runnerOptions}) {
  const {lhr} = await Runner.audit(artifacts, {...runnerOptions, computedCache: new Map()});
  const value = (id) => lhr.audits[id].numericValue ?? null;
  const categories = Object.values(lhr.categories);
  return {
    scores: Object.fromEntries(categories.map((one) => [one.id, Math.round(one.score * 100)])),
    faults: categories
      .filter((one) => one.id !== "performance")
      .flatMap((one) => one.auditRefs)
      .filter(({id, weight}) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({id}) => id),
    shift: value("cumulative-layout-shift"),
    blocking: value("total-blocking-time"),
    first: value("first-contentful-paint"),
    largest: value("largest-contentful-paint"),
    failed: lhr.runtimeError?.code ?? "",
  };
}

async function look(address) {
  const gathered = await navigationGather(undefined, address, {config, flags: {port: Number(port), logLevel: "silent"}});
  const plain = await said(gathered);
  const slowed = calibrate(gathered.artifacts);
  asWorked(gathered.artifacts.Trace.traceEvents);
  return {...await said(gathered), plain: [plain.scores.performance, plain.blocking], slowed};
}

for await (const address of readline.createInterface({input: process.stdin})) {
  console.log(JSON.stringify(await look(address).catch((fault) => ({failed: `${fault.message}`}))));
}
