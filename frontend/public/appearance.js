// Before the first paint, so that a dark page never flashes white. See src/app/appearance.ts, which changes it later.
;(function () {
  var wish = null
  try {
    wish = localStorage.getItem('appearance')
  } catch {
    // Storage is forbidden: the system's wish counts.
  }
  var dark = wish === 'dark' || (wish !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.className = dark ? 'dark' : 'light'
})()
