import { icon } from '#/ui/icons'

export const DownloadIcon = icon(<path d="M12 4v10.500M7.500 10.500 12 15l4.500-4.500M5 19.500h14" />)
