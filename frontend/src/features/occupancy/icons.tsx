import { icon } from '#/ui/icons'

export const DownloadIcon = icon(<path d="M12 4v10.500M7.500 10.500 12 15l4.500-4.500M5 19.500h14" />)
export const TableIcon = icon(<path d="M4 5h16v14H4zM4 9.700h16M4 14.300h16M10 9.700V19" />)
export const SortIcon = icon(<path d="m8 9.500 4-4 4 4M8 14.500l4 4 4-4" />)
