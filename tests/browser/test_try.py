def test_x(site, phone):
    page = phone().new_page()
    r = page.goto(site)
    print(r.status, page.title())
    print(page.evaluate("document.documentElement.scrollWidth"))
