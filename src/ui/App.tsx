import { useEffect } from 'react'
import { startBatch } from '../state/batch.ts'
import { startDiagnosing } from '../state/diagnosis.ts'
import { useView } from '../state/location.ts'
import { startFollowing } from '../state/settled.ts'
import { useInputs } from '../state/store.ts'
import { TopBar } from './bar/TopBar.tsx'
import { useClock } from './common/useNow.ts'
import { Absent } from './views/Absent.tsx'
import { Inspect } from './views/Inspect.tsx'

export function App() {
  const { view } = useView()
  useClock()
  useEffect(startFollowing, [])
  useEffect(startDiagnosing, [])
  useEffect(startBatch, [])
  useTheme()
  return (
    <>
      <TopBar />
      {/* The inspector keeps its editor, caret and scroll positions while another view is looked at. */}
      <main hidden={view !== 'Inspect'}>
        <Inspect />
      </main>
      {view !== 'Inspect' && (
        <main>
          <Absent view={view} />
        </main>
      )}
    </>
  )
}

function useTheme() {
  const theme = useInputs((inputs) => inputs.theme)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
}
