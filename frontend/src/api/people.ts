import { client } from './client'
import type { components } from './generated/schema'

export type PersonFound = components['schemas']['PersonFound']

const SHOWN = 8

/** The first of the people of the city found by name, kana, number or section. */
export async function findPeople(q: string, signal: AbortSignal): Promise<readonly PersonFound[]> {
  const { data } = await client.GET('/people/', { params: { query: { q, page_size: SHOWN } }, signal })
  if (!data) throw new Error('a list without an answer')
  return data.results
}
