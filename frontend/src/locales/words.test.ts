import { expect, test } from 'vitest'
import contract from '../api/generated/openapi.json'
import refusals from './ja/refusals.json'

type Words = { [key: string]: string | Words }

function flat(words: Words, under = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([key, said]) =>
      typeof said === 'string' ? { [`${under}${key}`]: said } : flat(said, `${under}${key}.`),
    ),
  )
}

const books = import.meta.glob<Words>('./*/*.json', { eager: true, import: 'default' })
const wordsOf = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(books)
      .filter(([path]) => path.startsWith(`./${language}/`))
      .map(([path, words]) => flat(words, `${path.split('/').at(-1)}:`)),
  )
const japanese = wordsOf('ja')
const english = wordsOf('en')

test('every key has words in Japanese and in English', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(japanese).sort())
  expect(Object.values({ ...japanese, ...english }).filter((said) => said.trim() === '')).toEqual([])
})

test('both languages put the same values into a sentence', () => {
  const values = (said: string | undefined) => [...new Set(said?.match(/{{\w+}}/g))].sort()
  const differing = Object.keys(japanese).filter(
    (key) => `${values(japanese[key])}` !== `${values(english[key])}`,
  )
  expect(differing).toEqual([])
})

test('every code a problem can carry has words', () => {
  const codes = codesOf(contract)
  expect(codes.length).toBeGreaterThan(0)
  expect(codes.filter((code) => !(code in refusals))).toEqual([])
})

/** The enum of `code` in the schema of problems, by reference or in place. */
function codesOf(document: { components: { schemas: Record<string, unknown> } }): string[] {
  const schemas = document.components.schemas as Record<
    string,
    { enum?: string[]; properties?: Record<string, Coded> }
  >
  const code = schemas.Problem?.properties?.code
  const name = (code?.$ref ?? code?.allOf?.[0]?.$ref)?.split('/').at(-1)
  return code?.enum ?? (name ? (schemas[name]?.enum ?? []) : [])
}

interface Coded {
  enum?: string[]
  $ref?: string
  allOf?: { $ref: string }[]
}
