// The compressed script a browser fetches for the first screen after sign-in; fails above the limit.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 200
const FIRST_SCREEN = [
  'index.html',
  'src/routes/index.tsx?tsr-split=component',
  'src/locales/ja/everyday.json',
]
const dist = process.argv[2] ? new URL(`file://${process.argv[2]}/`) : new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('parts.json', dist), 'utf8'))

const files = new Set()
const seen = new Set()
function follow(name) {
  if (seen.has(name)) return
  seen.add(name)
  const chunk = manifest[name]
  if (!chunk) throw new Error(`${name} is not in the build; run npm run build first`)
  files.add(chunk.file)
  for (const imported of chunk.imports ?? []) follow(imported)
}
for (const name of FIRST_SCREEN) follow(name)

let total = 0
for (const file of [...files].filter((name) => name.endsWith('.js'))) {
  const kb = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000
  total += kb
  process.stdout.write(`${kb.toFixed(1).padStart(7)} kB  ${file}\n`)
}
process.stdout.write(
  `${total.toFixed(1).padStart(7)} kB of script (gzip) for the first screen; the limit is ${LIMIT_KB}\n`,
)
if (total > LIMIT_KB) process.exit(1)
