"""What is measured in the browser: accessibility by axe, and how far things move while loading."""

from importlib import resources

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf8")
SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
