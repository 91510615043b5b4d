/** What the pointer does on the map. */
export type Tool = 'select' | 'pan' | 'desk' | 'draw'
export const TOOLS: readonly Tool[] = ['select', 'pan', 'desk', 'draw']
