// The peers, behind a pipe: each line of standard input is a task in JSON, each
// line of standard output its result. A task is repeated for task.ms
// milliseconds, so that neither the pipe nor the start of Node counts.
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Resvg } from '@resvg/resvg-js'
import { makeBadge } from 'badge-maker'

const draw = (task) =>
  new Resvg(task.svg ?? readFileSync(task.file, 'utf8'), {
    fitTo: { mode: 'width', value: task.width },
    background: task.background,
    font: { loadSystemFonts: false },
  }).render()

const tasks = {
  pixels: (task) => draw(task).pixels,
  png: (task) => draw(task).asPng(),
  badge: (task) => makeBadge(task.badge),
}

function run(task) {
  const once = tasks[task.do]
  if (task.out) {
    writeFileSync(task.out, once(task))
    return {}
  }
  if (task.file) task.svg = readFileSync(task.file, 'utf8')
  let rounds = 0
  let bytes = 0
  const start = process.hrtime.bigint()
  let ns
  do {
    bytes = once(task).length
    rounds++
    ns = Number(process.hrtime.bigint() - start)
  } while (ns < task.ms * 1e6)
  return { ns: ns / rounds, bytes }
}

for await (const line of createInterface({ input: process.stdin })) {
  let result
  try {
    result = run(JSON.parse(line))
  } catch (e) {
    result = { error: String(e) }
  }
  process.stdout.write(JSON.stringify(result) + '\n')
}
