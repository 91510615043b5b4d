/** `Eエリア` of `6階Eエリア` on the sixth floor: the floor stands above already. */
export function shortName(area: string, floor: string): string {
  const rest = area.startsWith(floor) ? area.slice(floor.length).trim() : area
  return rest || area
}

/** `E` of `6階Eエリア`: what fits onto the map. */
export function shortest(area: string, floor: string): string {
  const name = shortName(area, floor)
  return name.replace(/(エリア| ?area)$/i, '') || name
}
