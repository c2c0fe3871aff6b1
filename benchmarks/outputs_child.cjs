/** Measure the encoders of outputs in turn in one process; the script that outputs.py generates calls this. */

const fs = require("node:fs");

const settings = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

/** Return so many members, each made by its number. */
function list(count, member) {
  return Array.from({ length: count }, (_, number) => member(number));
}

/** Return the outputs by kind; `outputs.py` has the same. */
function values() {
  const row = { name: "a name", share: 0.5, ok: true };
  return {
    "a table of 3,000 rows, 170 KB": list(3_000, (number) => ({ id: number, ...row })),
    "a table of 400,000 rows, 23 MB": list(400_000, (number) => ({ id: number, ...row })),
    "10,000 lists of one number": list(10_000, (number) => [number]),
    "10,000 numbers, most with an exponent": list(10_000, (number) => number * 1e-7),
    "one small object": { rows: 3, file: "a.csv" },
  };
}

/** Return the processor time of a call in seconds, V8's other threads included. */
function timed(encode, payload, count) {
  const start = process.cpuUsage();
  for (let index = 0; index < count; index++) encode(payload);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / count;
}

/** Measure with the given settings, and write the seconds of each round to the result file. */
exports.measure = function measure(Kestra) {
  const encoders = { "Kestra.format": (payload) => Kestra.format(payload), "JSON.stringify": JSON.stringify };
  const others = list(settings.objects, (number) => [number]);
  const figures = {};
  for (const [kind, value] of Object.entries(values())) {
    const payload = { outputs: { v: value } };
    const count = Math.max(1, Math.round(0.02 / Math.max(timed(JSON.stringify, payload, 1), 1e-5)));
    figures[kind] = Object.fromEntries(Object.keys(encoders).map((name) => [name, []]));
    for (let round = 0; round < settings.rounds; round++) {
      for (const [name, encode] of Object.entries(encoders)) figures[kind][name].push(timed(encode, payload, count));
    }
  }
  if (others.length !== settings.objects) throw new Error("expected the other objects to be there");
  fs.writeFileSync(settings.result, JSON.stringify(figures));
};
