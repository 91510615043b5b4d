import { useTranslation } from 'react-i18next'
import { buttonLook } from '#/ui/button-look'
import { PrinterIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import type { Period } from './choices/periods'
import type { Asked } from './choices/search'
import { DownloadIcon } from './icons'
import { fileAddress, TABLES } from './queries'

interface FilesProps {
  asked: Asked
  compared: Period | null
}

/** The same report as a file: a workbook, one table as CSV, or paper. */
export function Files({ asked, compared }: FilesProps) {
  const { t } = useTranslation('occupancy')
  return (
    <div className="flex flex-wrap gap-2 rail:ms-auto print:hidden">
      <a
        href={fileAddress('xlsx', asked, compared)}
        download
        aria-label={t('files.xlsxLong')}
        className={buttonLook('secondary')}
      >
        <DownloadIcon size={20} />
        {t('files.xlsx')}
      </a>
      <PopoverButton
        label={t('files.csvChoose')}
        buttonLabel={t('files.csvChoose')}
        buttonClassName={buttonLook('secondary')}
        button={
          <>
            <DownloadIcon size={20} />
            {t('files.csv')}
          </>
        }
      >
        <ul className="flex flex-col">
          {TABLES.filter((table) => table !== 'desks' || asked.floor !== undefined).map((table) => (
            <li key={table}>
              <a
                href={fileAddress('csv', asked, compared, table)}
                download
                className="flex min-h-11 items-center gap-2 rounded-8 px-2 no-underline hover:bg-ground"
              >
                <DownloadIcon size={18} />
                {t(`table.${table}`)}
              </a>
            </li>
          ))}
        </ul>
      </PopoverButton>
      <a
        href={fileAddress('pdf', asked, compared)}
        download
        aria-label={t('files.pdfLong')}
        className={buttonLook('secondary')}
      >
        <PrinterIcon size={20} />
        {t('files.pdf')}
      </a>
    </div>
  )
}
