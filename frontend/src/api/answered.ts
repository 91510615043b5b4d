/** The data of an answer that always has some. Throws where there is none. */
export async function answered<Answer>(asked: Promise<{ data?: Answer }>): Promise<Answer> {
  const { data } = await asked
  if (!data) throw new Error('an act without an answer')
  return data
}
