import { icon } from '#/ui/icons'

export const DownloadIcon = icon(<path d="M12 4v11M7.500 11 12 15.500 16.500 11M4.500 19.500h15" />)
export const TableIcon = icon(<path d="M4 5h16v14H4zM4 9.700h16M4 14.300h16M10 5v14" />)
export const CopyIcon = icon(<path d="M8.500 8.500h11v11h-11zM15.500 8.500v-4h-11v11h4" />)
