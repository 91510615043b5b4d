import { icon } from '#/ui/icons'

/** Drawn as the icons of ui/icons, apart from them because only the editor needs them. */
export const RedoIcon = icon(<path d="m15.5 5 4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h5" />)
export const ArrowToolIcon = icon(<path d="M6 3.500v15l4-3.800 2.600 5.800 2.500-1.100-2.600-5.700H18z" />)
export const HandIcon = icon(
  <path d="M8 12V6a1.500 1.500 0 0 1 3 0v5-6.500a1.500 1.500 0 0 1 3 0V11 6a1.500 1.500 0 0 1 3 0v8.500c0 3.600-2 6-5.500 6-3 0-4.500-1.500-6-4l-2-3.500c-.8-1.400 1-2.700 2.200-1.500L8 14" />,
)
export const AddDeskIcon = icon(<path d="M4 5h9v14H4zM17 9v6M14.800 12h4.400" />)
export const AreaIcon = icon(<path d="M4 4h16v16H4zM4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4" />)
export const NumberIcon = icon(<path d="M9 4 7 20M17 4l-2 16M4.500 9h16M3.500 15h16" />)
export const CopyIcon = icon(<path d="M8 8h12v12H8zM16 8V4H4v12h4" />)
export const TrashIcon = icon(<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />)
export const TurnIcon = icon(<path d="M19 12a7 7 0 1 1-2.500-5.400M17 3v4h-4" />)
export const AlignLeftIcon = icon(<path d="M4 3v18M8 6h11v4H8zM8 14h6v4H8z" />)
export const AlignCentreIcon = icon(<path d="M12 3v3M12 10v4M12 18v3M6 6h12v4H6zM8.500 14h7v4h-7z" />)
export const AlignRightIcon = icon(<path d="M20 3v18M5 6h11v4H5zM10 14h6v4h-6z" />)
export const AlignTopIcon = icon(<path d="M3 4h18M6 8v11h4V8zM14 8v6h4V8z" />)
export const AlignMiddleIcon = icon(<path d="M3 12h3M10 12h4M18 12h3M6 6v12h4V6zM14 8.500v7h4v-7z" />)
export const AlignBottomIcon = icon(<path d="M3 20h18M6 5v11h4V5zM14 10v6h4v-6z" />)
export const SpreadXIcon = icon(<path d="M4 4v16M20 4v16M9.500 8h5v8h-5z" />)
export const SpreadYIcon = icon(<path d="M4 4h16M4 20h16M8 9.500v5h8v-5z" />)
