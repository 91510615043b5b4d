/**
 * The short letter of each area on its floor (`06E` among `06A`…`06F` is `E`): what is left
 * of the codes when their common beginning is taken off. A floor's only area keeps its code.
 */
export function areaLetters(areas: readonly { id: number; code: string }[]): Map<number, string> {
  const codes = areas.map((area) => area.code)
  let shared = 0
  const first = codes[0] ?? ''
  while (
    codes.length > 1 &&
    shared < first.length - 1 &&
    codes.every((code) => code.length > shared + 1 && code[shared] === first[shared])
  ) {
    shared += 1
  }
  return new Map(areas.map((area) => [area.id, area.code.slice(shared)]))
}
